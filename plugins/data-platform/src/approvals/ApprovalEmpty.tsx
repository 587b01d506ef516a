import { Button } from '@backstage/ui';
import {
  EmptyState,
  PastTheEnd,
} from '@millrace/backstage-plugin-data-platform-react';
import { ApprovalFilter } from './ApprovalFilter';

/** Why no request is listed. */
export function ApprovalEmpty(props: {
  filter: ApprovalFilter;
  /** How many there are on all pages. */
  total: number;
  onChange: (filter: ApprovalFilter) => void;
}) {
  const { filter, total, onChange } = props;
  if (total > 0) {
    return (
      <PastTheEnd
        what="requests"
        total={total}
        onFirst={() => onChange({ ...filter, page: 1 })}
      />
    );
  }
  if (filter.role === 'toReview' && filter.state === 'open') {
    return (
      <EmptyState title="Nothing waits for you.">
        What others ask for and you may decide, as an owner of the data product,
        is listed here.
      </EmptyState>
    );
  }
  if (filter.state) {
    return (
      <EmptyState
        title="No request is in this state."
        action={
          <Button
            size="small"
            variant="secondary"
            onPress={() => onChange({ ...filter, state: undefined, page: 1 })}
          >
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
