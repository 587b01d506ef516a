import { Alert } from '@backstage/ui';
import { Sentence } from '@millrace/backstage-plugin-data-platform-react';

/** Only what is on a cluster is listed, because the history cannot be read. */
export function HistoryNote(props: { problem: string | undefined }) {
  const { problem } = props;
  return problem ? (
    <Alert
      status="warning"
      icon
      title="Earlier runs are missing here."
      description={<Sentence text={problem} />}
    />
  ) : null;
}
