import {
  formatMoney,
  formStyles,
  MeterBar,
} from '@millrace/backstage-plugin-data-platform-react';
import { EstimateLine, estimateSentence } from './estimate';
import styles from './form.module.css';

/** What the domain would use with the server, and what the server costs. */
export function EstimatePanel(props: {
  lines: readonly EstimateLine[];
  cost?: number;
  currency?: string;
}) {
  const { lines, cost, currency = '' } = props;
  const over = lines.filter(line => line.over);
  return (
    <section className={styles.estimate} aria-label="Estimate">
      <p className={styles.sentence} role="status">
        {estimateSentence(lines) ??
          'The domain has no quota that this counts for.'}
        {over.length > 0 &&
          ` More than the quota has: ${over
            .map(({ label }) => label)
            .join(', ')}.`}
      </p>
      {cost !== undefined && (
        <p className={formStyles.quiet}>
          About {formatMoney(cost, currency)} an hour while it runs, used or
          not; {formatMoney(cost * 24 * 7, currency)} a week.
        </p>
      )}
      <div className={styles.meters}>
        {lines.map((line, index) => (
          <MeterBar
            key={index}
            label={line.label}
            used={line.after}
            hard={line.hard}
            ratio={line.ratio}
          />
        ))}
      </div>
    </section>
  );
}
