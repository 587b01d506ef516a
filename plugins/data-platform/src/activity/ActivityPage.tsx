import { Container, Skeleton } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import {
  OlderPageButtons,
  PastTheEnd,
  useLastValue,
  useOlderPages,
  useOperations,
  useRefreshEvery,
  ViewProblem,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';
import { ActivityEmpty } from './ActivityEmpty';
import { activityScope } from './activityScope';
import { activityFilterOf, narrowsActivity } from './ActivityFilter';
import { ActivityFilterBar } from './ActivityFilterBar';
import { ActivityTable } from './ActivityTable';
import { OperationDrawer } from './OperationDrawer';
import styles from './activity.module.css';

const PAGE = 50;
/** As long as the API takes. */
const LONGEST_TEXT = 200;
/** No stream tells of operations; this list is a look-up in the portal's database. */
const EVERY_MS = 10_000;

/** Who did what with the data platform, the last first. */
export function ActivityPage() {
  const [params, setParams] = useSearchParams();
  const filter = activityFilterOf(params);
  const pages = useOlderPages(JSON.stringify(filter));
  const operations = useOperations({
    ...activityScope(filter.entity),
    state: filter.state,
    q: filter.q?.trim().slice(0, LONGEST_TEXT) || undefined,
    limit: PAGE,
    before: pages.before,
  });
  const { error, refresh } = operations;
  // While a page is on its way the one before stays.
  const value = useLastValue(operations.value);
  useRefreshEvery(refresh, EVERY_MS);
  const set = (patch: Record<string, string | undefined>) =>
    setParams(before => withParams(before, patch), { replace: true });
  const clear = () =>
    set({ q: undefined, state: undefined, entity: undefined });
  const opened = params.get('operation') ?? undefined;
  return (
    <Container>
      <div className={styles.page}>
        <ActivityFilterBar filter={filter} onChange={set} onClear={clear} />
        {error && (
          <ViewProblem
            error={error}
            subject={value ? 'anything newer than this' : 'who did what'}
            onRetry={refresh}
          />
        )}
        {!value && !error && (
          <Skeleton
            width="100%"
            height={320}
            role="status"
            aria-label="Loading who did what"
          />
        )}
        {value && (
          <ActivityTable
            operations={value.items}
            onOpen={operation => set({ operation })}
            empty={
              pages.page > 1 ? (
                <PastTheEnd what="operations" onFirst={pages.toNewest} />
              ) : (
                <ActivityEmpty
                  narrowed={narrowsActivity(filter)}
                  onClear={clear}
                />
              )
            }
          />
        )}
        <OlderPageButtons
          pages={pages}
          nextBefore={value?.nextBefore}
          what="operations"
        />
        {value?.everyone === false && (
          <p className={styles.quiet}>
            You see what you did, and what others did to what you own.
          </p>
        )}
      </div>
      {opened && (value || error) && (
        <OperationDrawer
          id={opened}
          known={value?.items}
          onClose={() => set({ operation: undefined })}
        />
      )}
    </Container>
  );
}
