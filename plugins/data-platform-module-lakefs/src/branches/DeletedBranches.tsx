import { Link, SearchField, Skeleton, Text } from '@backstage/ui';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  FIRST_PAGE,
  pageInUrl,
  useLastValue,
  useTypedText,
  ViewProblem,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';
import { useSearchParams } from 'react-router-dom';
import { useDeletedBranches } from '../data/useDeletedBranches';
import { DeletedBranch } from './DeletedBranch';
import { PageButtons } from './PageButtons';
import styles from './branches.module.css';

/** Branches that were deleted, from the portal's records: each can be made again as of its last commit. */
export function DeletedBranches(props: { repository: LakefsRepository }) {
  const { repository } = props;
  const [params, setParams] = useSearchParams();
  const { page, pageSize } = pageInUrl(params);
  const q = params.get('q') ?? undefined;
  const set = (patch: Record<string, string | number | undefined>) =>
    setParams(before => withParams(before, patch, { page: FIRST_PAGE.page }), {
      replace: true,
    });
  const [text, setText] = useTypedText(q, next =>
    set({ q: next, page: undefined }),
  );
  const read = useDeletedBranches(repository, {
    q,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const value = useLastValue(read.value);
  return (
    <div className={styles.page}>
      <Link href="?" variant="body-medium">
        ← All branches
      </Link>
      <Text as="h2" variant="title-x-small" weight="bold">
        Deleted branches
      </Text>
      <div className={styles.bar} role="search" aria-label="Filter branches">
        <SearchField
          className={styles.text}
          size="small"
          aria-label="Search by name"
          placeholder="Name"
          value={text}
          onChange={setText}
        />
      </div>
      {read.error && (
        <ViewProblem
          error={read.error}
          subject="the deleted branches"
          onRetry={read.refresh}
        />
      )}
      {!value && !read.error && (
        <Skeleton
          width="100%"
          height={160}
          role="status"
          aria-label="Loading the deleted branches"
        />
      )}
      {value?.items.length === 0 && <NoneDeleted narrowed={!!q || page > 1} />}
      {value && value.items.length > 0 && (
        <ul className={styles.deleted} aria-label="Deleted branches">
          {value.items.map(deleted => (
            <DeletedBranch
              key={deleted.name}
              repository={repository}
              deleted={deleted}
            />
          ))}
        </ul>
      )}
      {value && (
        <PageButtons
          page={page}
          pageSize={pageSize}
          total={value.total}
          onPage={next => set({ page: next })}
        />
      )}
    </div>
  );
}

function NoneDeleted(props: { narrowed: boolean }) {
  return props.narrowed ? (
    <EmptyState title="No deleted branch matches." />
  ) : (
    <EmptyState title="No deleted branch is on record.">
      The portal remembers the last commit of every branch that it has seen.
      What is deleted from now on can be restored here.
    </EmptyState>
  );
}
