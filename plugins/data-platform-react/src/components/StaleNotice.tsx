import { Staleness } from '@millrace/backstage-plugin-data-platform-common';
import { HealthMark } from './HealthMark';
import { RelativeTime } from './RelativeTime';
import { Sentence } from './Sentence';
import styles from './StaleNotice.module.css';

/** What is shown is of the past: since when, and why. */
export function StaleNotice(props: { stale: Staleness | undefined }) {
  const { stale } = props;
  if (!stale) {
    return null;
  }
  return (
    <div className={styles.notice} role="status">
      <HealthMark health="unknown" />
      <span>
        <Sentence text={stale.message} />{' '}
        <span className={styles.since}>
          Last known state: <RelativeTime at={stale.since} />.
        </span>
      </span>
    </div>
  );
}
