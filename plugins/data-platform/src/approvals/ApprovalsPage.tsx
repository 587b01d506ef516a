import { Container } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import {
  useApprovals,
  useLastValue,
  useRefreshEvery,
  ViewProblem,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';
import { ApprovalDrawer } from './ApprovalDrawer';
import { ApprovalEmpty } from './ApprovalEmpty';
import {
  ApprovalFilter,
  approvalFilterInUrl,
  approvalFilterOf,
  approvalQueryOf,
} from './ApprovalFilter';
import { ApprovalFilterBar } from './ApprovalFilterBar';
import { ApprovalTable } from './ApprovalTable';
import styles from './approvals.module.css';

/** No stream tells of requests; this list is a look-up in the portal's database. */
const EVERY_MS = 10_000;

/** What others ask leave for, and what the person has asked for. */
export function ApprovalsPage() {
  const [params, setParams] = useSearchParams();
  const filter = approvalFilterOf(params);
  const approvals = useApprovals(approvalQueryOf(filter));
  const { error, refresh } = approvals;
  // While a page is on its way the one before stays.
  const page = useLastValue(approvals.value);
  useRefreshEvery(refresh, EVERY_MS);
  const change = (after: ApprovalFilter) =>
    setParams(before => approvalFilterInUrl(before, after), { replace: true });
  const open = (approval: string | undefined) =>
    setParams(before => withParams(before, { approval }), { replace: true });
  const opened = params.get('approval') ?? undefined;
  return (
    <Container>
      <div className={styles.page}>
        <ApprovalFilterBar
          filter={filter}
          toReview={page?.toReview}
          onChange={change}
        />
        {error && (
          <ViewProblem
            error={error}
            subject={page ? 'anything newer than this' : 'the requests'}
            onRetry={refresh}
          />
        )}
        {(page || !error) && (
          <ApprovalTable
            page={page}
            pending={!approvals.value && approvals.loading}
            filter={filter}
            onChange={change}
            onOpen={open}
            empty={
              <ApprovalEmpty
                filter={filter}
                total={page?.total ?? 0}
                onChange={change}
              />
            }
          />
        )}
      </div>
      {opened && <ApprovalDrawer id={opened} onClose={() => open(undefined)} />}
    </Container>
  );
}
