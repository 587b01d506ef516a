import { Link } from '@backstage/ui';
import {
  Approval,
  LakefsBranch,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  APPROVAL_LOOK,
  approvalPath,
  approverNames,
  HealthMark,
  useApprovals,
  useRefreshEvery,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './branch.module.css';

/** As many requests about one repository as are looked through for those about a branch. */
const LOOKED_AT = 100;
/** The stream does not tell of requests. */
const EVERY_MS = 30_000;

/** What was asked for with a branch and is not done yet, and whose word it waits for; nothing where there is none. */
export function BranchRequests(props: { branch: LakefsBranch }) {
  const { branch } = props;
  const { entityRef } = branch.resource;
  const query = { role: 'all' as const, entityRef, limit: LOOKED_AT };
  const open = useApprovals({ ...query, state: 'open' });
  const approved = useApprovals({ ...query, state: 'approved' });
  useRefreshEvery(open.refresh, EVERY_MS);
  useRefreshEvery(approved.refresh, EVERY_MS);
  const requests = [
    ...(open.value?.items ?? []),
    ...(approved.value?.items ?? []),
  ].filter(approval => isAbout(approval, branch));
  if (requests.length === 0) {
    return null;
  }
  return (
    <section className={styles.section} aria-label="Asked for">
      <h3 className={styles.title}>Asked for</h3>
      <ul className={styles.list}>
        {requests.map(approval => (
          <li key={approval.id} className={styles.trouble}>
            <HealthMark health={APPROVAL_LOOK[approval.state].health} />
            <span>
              {approval.title}: {standing(approval)}{' '}
              <Link href={approvalPath(approval.id)} variant="body-medium">
                Open the request
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asked of the branch itself, or of its repository with the branch as what is merged. */
function isAbout(
  { resourceId, entityRef, request }: Approval,
  { resource, name }: LakefsBranch,
): boolean {
  return (
    resourceId === resource.id ||
    (entityRef !== undefined &&
      entityRef === resource.entityRef &&
      request.input?.source === name)
  );
}

function standing({ state, approverRefs }: Approval): string {
  return state === 'approved'
    ? 'approved, nobody else has to be asked.'
    : `it waits for ${approverNames(approverRefs)}.`;
}
