import { Skeleton } from '@backstage/ui';
import { ViewProblem } from '@millrace/backstage-plugin-data-platform-react';
import { RepositoryAddress } from '../data/kinds';
import { CHECK_ORDER } from './checkLook';
import { HookItem } from './HookItem';
import { useCheckRun } from './useChecks';
import styles from './checks.module.css';

/** The hooks of one run, those that have failed first. */
export function HookList(props: { address: RepositoryAddress; run: string }) {
  const { address, run } = props;
  const { value, error, refresh } = useCheckRun(address, run);
  if (error && !value) {
    return (
      <ViewProblem
        error={error}
        subject="the output of the checks"
        onRetry={refresh}
      />
    );
  }
  if (!value) {
    return (
      <Skeleton
        width="100%"
        height={64}
        role="status"
        aria-label="Loading the output of the checks"
      />
    );
  }
  const hooks = [...value.hooks].sort(
    (a, b) => CHECK_ORDER[a.status] - CHECK_ORDER[b.status],
  );
  return (
    <>
      {hooks.length === 0 && (
        <p className={styles.quiet}>lakeFS kept nothing of its hooks.</p>
      )}
      <ul className={styles.hooks} aria-label="Hooks">
        {hooks.map(hook => (
          <HookItem key={hook.id} hook={hook} />
        ))}
      </ul>
      {value.moreHooks && (
        <p className={styles.quiet}>
          It has more hooks; lakeFS shows them all.
        </p>
      )}
    </>
  );
}
