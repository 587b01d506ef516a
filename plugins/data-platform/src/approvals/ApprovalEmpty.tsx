import { Button } from '@backstage/ui';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import { ApprovalFilter } from './ApprovalFilter';

/** Why no request is listed. */
export function ApprovalEmpty(props: {
  filter: ApprovalFilter;
  onEveryState: () => void;
}) {
  const { filter, onEveryState } = props;
  if (filter.role === 'toReview' && filter.state === 'open') {
    return (
      <EmptyState title="Nothing waits for you.">
        What others ask for and you may decide, as an owner of the data product,
        is listed here. You are notified of it as well.
      </EmptyState>
    );
  }
  if (filter.state) {
    return (
      <EmptyState
        title="No request is in this state."
        action={
          <Button size="small" variant="secondary" onPress={onEveryState}>
            Show every state
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState title="Nothing was asked for yet.">
      Some operations, such as a merge into a protected branch, need the
      approval of the owners. They are asked for from the form of the operation.
    </EmptyState>
  );
}
