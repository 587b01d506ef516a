import { Alert, Button } from '@backstage/ui';
import {
  DataPlatformError,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';

/** Why a log cannot be read, in the words of who refused: the portal, or the cluster that was asked as the person. */
export function LogProblem(props: {
  error: Error;
  pod: string;
  onRetry: () => void;
}) {
  const { error, pod, onRetry } = props;
  const { title, status } = saying(error, pod);
  return (
    <Alert
      status={status}
      icon
      title={title}
      description={<Sentence text={error.message} />}
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          Read again
        </Button>
      }
    />
  );
}

function saying(
  error: Error,
  pod: string,
): { title: string; status: 'info' | 'danger' } {
  const status = error instanceof DataPlatformError ? error.status : 0;
  switch (status) {
    case 401:
    case 403:
      return { title: `You may not read the log of ${pod}.`, status: 'info' };
    case 404:
      return { title: `There is no such log of ${pod}.`, status: 'info' };
    case 409:
      return { title: `${pod} has no log yet.`, status: 'info' };
    default:
      return { title: `Could not read the log of ${pod}.`, status: 'danger' };
  }
}
