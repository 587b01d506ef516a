import { Button } from '@backstage/ui';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  PastTheEnd,
} from '@millrace/backstage-plugin-data-platform-react';
import { NewBranchButton } from '../actions/NewBranchButton';
import { ALL_BRANCHES, BranchFilter } from './BranchFilter';

/** Why the list is empty, and what to do: past its end, nothing matches, or really nothing. */
export function BranchesEmpty(props: {
  repository: LakefsRepository;
  warming: boolean;
  narrowed: boolean;
  /** How many there are on all pages. */
  total: number;
  onChange: (patch: Partial<BranchFilter>) => void;
}) {
  const { repository, warming, narrowed, total, onChange } = props;
  if (warming) {
    return (
      <EmptyState title="Reading the repository for the first time …">
        The list fills by itself.
      </EmptyState>
    );
  }
  if (total > 0) {
    return (
      <PastTheEnd
        what="branches"
        total={total}
        onFirst={() => onChange({ page: 1 })}
      />
    );
  }
  if (narrowed) {
    return (
      <EmptyState
        title="No branch matches these filters."
        action={
          <Button
            size="small"
            variant="secondary"
            onPress={() => onChange(ALL_BRANCHES)}
          >
            Clear filters
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title="No branch has been read yet."
      action={<NewBranchButton repository={repository} />}
    >
      Every repository has a default branch: the list fills as soon as the
      portal has read this one.
    </EmptyState>
  );
}
