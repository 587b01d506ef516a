import { NotebookServerPage } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatDuration,
  formatMoney,
  HealthMark,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './list.module.css';

/** What all servers of the list hold together, and how much of it nobody uses. */
export function NotebookTotals(props: { page: NotebookServerPage }) {
  const { totals, currency = '', idleAfterMinutes = 60 } = props.page;
  const { running, stopped, failed, other, gpusHeld, idleGpus } = totals;
  const after = formatDuration(idleAfterMinutes * 60);
  return (
    <dl className={styles.totals} aria-label="Totals">
      <Figure label="Running" value={running} />
      <Figure label="Failed" value={failed} bad={failed > 0} />
      <Figure label="Stopped" value={stopped} />
      {other > 0 && <Figure label="Others" value={other} />}
      <Figure label="GPUs held" value={gpusHeld} />
      <Figure
        label={`of which idle for ${after} or longer`}
        value={idleGpus}
        bad={idleGpus > 0}
      />
      {totals.costPerHour !== undefined && (
        <Figure
          label="Cost per hour"
          value={formatMoney(totals.costPerHour, currency)}
        />
      )}
    </dl>
  );
}

function Figure(props: {
  label: string;
  value: number | string;
  bad?: boolean;
}) {
  const { label, value, bad } = props;
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        {bad && <HealthMark health="degraded" size={16} />}
        {value.toLocaleString()}
      </dd>
    </div>
  );
}
