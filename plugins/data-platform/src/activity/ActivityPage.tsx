import { Container, Skeleton } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import {
  useOperations,
  useRefreshEvery,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { ActivityEmpty } from './ActivityEmpty';
import { activityFilterOf, narrowsActivity } from './ActivityFilter';
import { ActivityFilterBar } from './ActivityFilterBar';
import { ActivityTable } from './ActivityTable';
import { OperationDrawer } from './OperationDrawer';
import { matches } from './operationLook';
import styles from './activity.module.css';

const MOST = 200;
/** No stream tells of operations; this list is a look-up in the portal's database. */
const EVERY_MS = 10_000;

/** Who did what with the data platform, the last first. */
export function ActivityPage() {
  const [params, setParams] = useSearchParams();
  const filter = activityFilterOf(params);
  const { value, error, refresh } = useOperations({
    entityRef: filter.entity,
    limit: MOST,
  });
  useRefreshEvery(refresh, EVERY_MS);
  const set = (patch: Record<string, string | undefined>) =>
    setParams(
      before => {
        const after = new URLSearchParams(before);
        for (const [key, text] of Object.entries(patch)) {
          if (text) {
            after.set(key, text);
          } else {
            after.delete(key);
          }
        }
        return after;
      },
      { replace: true },
    );
  const clear = () =>
    set({ q: undefined, state: undefined, entity: undefined });
  const shown = value?.items.filter(
    operation =>
      (!filter.state || operation.state === filter.state) &&
      (!filter.q || matches(operation, filter.q)),
  );
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
        {!shown && !error && (
          <Skeleton
            width="100%"
            height={320}
            role="status"
            aria-label="Loading who did what"
          />
        )}
        {shown && (
          <ActivityTable
            operations={shown}
            onOpen={operation => set({ operation })}
            empty={
              <ActivityEmpty
                narrowed={narrowsActivity(filter)}
                onClear={clear}
              />
            }
          />
        )}
        {value?.items.length === MOST && (
          <p className={styles.quiet}>
            These are the last {MOST}. Filter by an entity to see older ones of
            it.
          </p>
        )}
      </div>
      {opened && value && (
        <OperationDrawer
          id={opened}
          known={value.items}
          onClose={() => set({ operation: undefined })}
        />
      )}
    </Container>
  );
}
