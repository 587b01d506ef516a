import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import { ViewProblem } from '@millrace/backstage-plugin-data-platform-react';
import { useSearchParams } from 'react-router-dom';
import { useRepositoryEntity } from '../data/useRepositoryEntity';
import { RepositoryUnknown } from '../repository/RepositoryUnknown';
import { BranchList } from './BranchList';

const BranchPage = lazy(() =>
  import('../branch/BranchPage').then(m => ({ default: m.BranchPage })),
);
const DeletedBranches = lazy(() =>
  import('./DeletedBranches').then(m => ({ default: m.DeletedBranches })),
);

/** The branches of a repository; one of them where the URL names it, or those that were deleted. */
export function BranchesTab() {
  const { repository, claimed, unknown, error, refresh } =
    useRepositoryEntity();
  const [params] = useSearchParams();
  const branch = params.get('branch');
  if (!repository) {
    if (error) {
      return (
        <ViewProblem
          error={error}
          subject="the branches of this repository"
          onRetry={refresh}
        />
      );
    }
    return unknown ? <RepositoryUnknown claimed={claimed} /> : <Loading />;
  }
  return (
    <Suspense fallback={<Loading />}>
      <Content
        // Another branch is another page.
        key={branch}
        repository={repository}
        branch={branch}
        deleted={params.has('deleted')}
      />
    </Suspense>
  );
}

function Content(props: {
  repository: Parameters<typeof BranchList>[0]['repository'];
  branch: string | null;
  deleted: boolean;
}) {
  const { repository, branch, deleted } = props;
  if (branch) {
    return <BranchPage repository={repository} name={branch} />;
  }
  return deleted ? (
    <DeletedBranches repository={repository} />
  ) : (
    <BranchList repository={repository} />
  );
}

function Loading() {
  return (
    <Skeleton
      width="100%"
      height={320}
      role="status"
      aria-label="Loading the branches"
    />
  );
}
