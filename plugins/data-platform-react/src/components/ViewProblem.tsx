import { Alert, Button } from '@backstage/ui';
import { DataPlatformError } from '../api/DataPlatformError';
import { Sentence } from './Sentence';

/**
 * Why something cannot be shown, and what to do.
 * @param subject - what was asked for, for example "the runs of this job"
 */
export function ViewProblem(props: {
  error: Error;
  subject: string;
  onRetry?: () => void;
}) {
  const { error, subject, onRetry } = props;
  const forbidden = error instanceof DataPlatformError && error.forbidden;
  if (forbidden) {
    return (
      <Alert
        status="info"
        icon
        title={`You may not see ${subject}.`}
        description="Ask the owner of the data domain for the role viewer or member, then load the page again."
      />
    );
  }
  return (
    <Alert
      status="danger"
      icon
      title={`Could not load ${subject}.`}
      description={<Sentence text={error.message} />}
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            Try again
          </Button>
        )
      }
    />
  );
}
