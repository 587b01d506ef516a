import { ReactNode } from 'react';
import {
  JobSchedule,
  RunPage,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  formatDuration,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './RunStats.module.css';

/** What the shown runs tell in figures, and when the next one comes. */
export function RunStats(props: {
  stats: RunPage['stats'];
  schedule?: JobSchedule;
}) {
  const { stats, schedule } = props;
  return (
    <dl className={styles.stats}>
      <Stat label="Succeeded">
        {stats.finished > 0 ? `${stats.succeeded} of ${stats.finished}` : '–'}
      </Stat>
      <Stat label="Median">
        {stats.p50Seconds === undefined
          ? '–'
          : formatDuration(stats.p50Seconds)}
      </Stat>
      <Stat label="95th percentile">
        {stats.p95Seconds === undefined
          ? '–'
          : formatDuration(stats.p95Seconds)}
      </Stat>
      {schedule && (
        <Stat label="Next run">
          {schedule.suspended ? (
            'Suspended'
          ) : (
            <RelativeTime at={schedule.nextRun} />
          )}
        </Stat>
      )}
    </dl>
  );
}

function Stat(props: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className={styles.label}>{props.label}</dt>
      <dd className={styles.value}>{props.children}</dd>
    </div>
  );
}
