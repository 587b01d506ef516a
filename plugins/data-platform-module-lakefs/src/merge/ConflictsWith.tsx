import { Skeleton } from '@backstage/ui';
import {
  LakefsBranch,
  LakefsConflictPage,
} from '@millrace/backstage-plugin-data-platform-common';
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

/** What would conflict if a branch were merged into another one. */
export function ConflictsWith(props: {
  branch: LakefsBranch;
  destination: string;
}) {
  const { branch, destination } = props;
  const pages = useOlderPages(`${branch.resource.id} ${branch.head}`);
  const view = useConflicts(branch, destination, pages.before);
  const page = useLastValue(view.value);
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
        title={`${branch.name} would merge into ${destination} without a conflict.`}
      >
        No object was changed on both sides since they parted. Checks may still
        refuse a merge.
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.text} role="status">
        {sentenceOf(page, some, branch.name, destination)}
      </p>
      {view.error && (
        <ViewProblem
          error={view.error}
          subject="anything newer than this"
          onRetry={view.refresh}
        />
      )}
      {page.items.length > 0 && (
        <ConflictList branch={branch} destination={destination} page={page} />
      )}
      <CursorButtons pages={pages} next={page.next} what="conflicts" />
      {some && (
        <ConflictAdvice source={branch.name} destination={destination} />
      )}
    </>
  );
}

function sentenceOf(
  { items, searchedAll }: LakefsConflictPage,
  some: boolean,
  source: string,
  destination: string,
): string {
  const rest = searchedAll
    ? ''
    : ' The difference is big and not yet searched to its end: go on to the next.';
  if (!some) {
    return `No conflict found so far.${rest}`;
  }
  const count = `${items.length.toLocaleString('en-US')} object${
    items.length === 1 ? '' : 's'
  }`;
  return `A merge of ${source} into ${destination} would conflict: both changed the same since they parted. ${count} on this page.${rest}`;
}
