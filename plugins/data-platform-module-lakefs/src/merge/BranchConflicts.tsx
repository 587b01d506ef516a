import { Skeleton } from '@backstage/ui';
import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  useLastValue,
  useOlderPages,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { CursorButtons } from '../paging/CursorButtons';
import { ConflictAdvice } from './ConflictAdvice';
import { ConflictList } from './ConflictList';
import { useConflicts } from './useConflicts';
import styles from './merge.module.css';

/** What would conflict if the branch were merged into its parent, with what each side did and what to do about it. */
export function BranchConflicts(props: { branch: LakefsBranch }) {
  const { branch } = props;
  const { parent } = branch;
  const pages = useOlderPages(`${branch.resource.id} ${branch.head}`);
  const view = useConflicts(branch, parent, pages.before);
  const page = useLastValue(view.value);
  if (parent === undefined) {
    return (
      <EmptyState
        compact
        title={`${branch.name} is the default branch: others are merged into it.`}
      >
        Their conflicts are shown with them.
      </EmptyState>
    );
  }
  if (!page) {
    return view.error ? (
      <ViewProblem
        error={view.error}
        subject="the conflicts"
        onRetry={view.refresh}
      />
    ) : (
      <Skeleton
        width="100%"
        height={160}
        role="status"
        aria-label="Looking for conflicts"
      />
    );
  }
  const some = page.items.length > 0 || pages.page > 1;
  if (!some && page.searchedAll) {
    return (
      <EmptyState
        compact
        title={`${branch.name} would merge into ${parent} without a conflict.`}
      >
        No object was changed on both sides since they parted. Checks may still
        refuse a merge.
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <p className={styles.text} role="status">
        {sentenceOf(page.items.length, some, page.searchedAll, branch, parent)}
      </p>
      {view.error && (
        <ViewProblem
          error={view.error}
          subject="anything newer than this"
          onRetry={view.refresh}
        />
      )}
      {page.items.length > 0 && (
        <ConflictList branch={branch} destination={parent} page={page} />
      )}
      <CursorButtons pages={pages} next={page.next} what="conflicts" />
      {some && <ConflictAdvice source={branch.name} destination={parent} />}
    </div>
  );
}

function sentenceOf(
  shown: number,
  some: boolean,
  searchedAll: boolean,
  { name }: LakefsBranch,
  parent: string,
): string {
  const rest = searchedAll
    ? ''
    : ' The difference is big and not yet searched to its end: go on to the next.';
  if (!some) {
    return `No conflict found so far.${rest}`;
  }
  const count = `${shown.toLocaleString('en-US')} object${
    shown === 1 ? '' : 's'
  }`;
  return `A merge of ${name} into ${parent} would conflict: both changed the same since they parted. ${count} on this page.${rest}`;
}
