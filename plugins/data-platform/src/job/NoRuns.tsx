import { Button } from '@backstage/ui';
import { JobSchedule } from '@millrace/backstage-plugin-data-platform-common';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';

/** Why no run is listed, and what to do. */
export function NoRuns(props: {
  schedule: JobSchedule | undefined;
  narrowed: boolean;
  onClear: () => void;
}) {
  const { schedule, narrowed, onClear } = props;
  if (narrowed) {
    return (
      <EmptyState
        title="No run matches these filters."
        action={
          <Button size="small" variant="secondary" onPress={onClear}>
            Clear filters
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState title="This job has not run yet.">
      Press Run now to start it
      {schedule && !schedule.suspended
        ? ', or wait for its schedule.'
        : '. What it will run is under Manifest.'}
    </EmptyState>
  );
}
