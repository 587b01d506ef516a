import {
  useApprovals,
  useRefreshEvery,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './PlatformTabs.module.css';

/** No stream tells of requests; where notifications are set up, they are faster. */
const EVERY_MS = 60_000;

/** How many requests wait for the person; nothing where none does, or where nobody knows. */
export function ApprovalsCount() {
  // One row is enough: the count is of all.
  const { value, refresh } = useApprovals({
    role: 'toReview',
    state: 'open',
    limit: 1,
  });
  useRefreshEvery(refresh, EVERY_MS);
  const waiting = value?.toReview ?? 0;
  if (waiting === 0) {
    return null;
  }
  return (
    <span className={styles.count}>
      {waiting.toLocaleString()}
      <span className={styles.hidden}>
        {waiting === 1 ? ' request waits for you' : ' requests wait for you'}
      </span>
    </span>
  );
}
