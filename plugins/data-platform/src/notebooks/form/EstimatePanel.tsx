import {
  NotebookOptions,
  QuotaLine,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  formatMoney,
  formStyles,
  MeterBar,
} from '@millrace/backstage-plugin-data-platform-react';
import { EstimateLine, estimateSentence } from './estimate';
import { couldRead } from './couldRead';
import { ProblemNote } from './ProblemNote';
import styles from './form.module.css';

/** What the domain would use with the server, and what the server costs. */
export function EstimatePanel(props: {
  lines: readonly EstimateLine[];
  options: NotebookOptions;
  /** Of the server an hour, where there are prices. */
  cost?: number;
}) {
  const { lines, options, cost } = props;
  const { quota, prices } = options;
  const currency = prices?.currency ?? '';
  const over = lines.filter(line => line.over).map(({ label }) => label);
  return (
    <section className={styles.estimate} aria-label="Estimate">
      <ProblemNote
        options={options}
        part="quota"
        title="The quota of the domain could not be read."
      />
      <p className={styles.sentence} role="status">
        {[
          estimateSentence(lines) ??
            (couldRead(options, 'quota') && withoutFigures(quota, lines)),
          over.length > 0 && `More than the quota has: ${over.join(', ')}.`,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {cost !== undefined && (
        <p className={formStyles.quiet}>
          About {formatMoney(cost, currency)} an hour while it runs, used or
          not; {formatMoney(cost * 24 * 7, currency)} a week.
        </p>
      )}
      {lines.length > 0 && (
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
      )}
    </section>
  );
}

/** Where other lines alone are touched, their bars say it. */
function withoutFigures(
  quota: readonly QuotaLine[],
  lines: readonly EstimateLine[],
): string | undefined {
  if (quota.length === 0) {
    return 'The domain has no quota.';
  }
  return lines.length === 0
    ? 'This takes no more of the quota than now.'
    : undefined;
}
