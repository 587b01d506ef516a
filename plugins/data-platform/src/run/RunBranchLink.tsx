import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import { RunBranch } from '@millrace/backstage-plugin-data-platform-common';

/** Names the data branch of a run; leads to it where its repository is in the catalog. */
export function RunBranchLink(props: { branch: RunBranch }) {
  const { branch, repository, entityRef, resourceId } = props.branch;
  const gone = resourceId ? '' : ' (no longer there, or not yours to see)';
  const name = `${branch} of ${repository}`;
  if (!entityRef) {
    return <>{name}</>;
  }
  const { namespace, kind, name: page } = parseEntityRef(entityRef);
  const search = new URLSearchParams({ branch, view: 'runs' });
  return (
    <>
      <Link
        href={`/catalog/${namespace}/${kind}/${page}/branches?${search}`}
        variant="body-small"
      >
        {name}
      </Link>
      {gone}
    </>
  );
}
