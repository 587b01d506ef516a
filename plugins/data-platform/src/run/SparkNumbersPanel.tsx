import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import {
  FactList,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import { SparkHints } from './SparkHints';
import { SparkProgress } from './SparkProgress';
import { sparkFacts } from './sparkFacts';
import styles from './SparkNumbersPanel.module.css';

/**
 * What Spark itself tells of a run: how far it is, how much it reads, writes
 * and shuffles, and what to look at. Nothing where nobody told.
 * @param running - the numbers go on
 */
export function SparkNumbersPanel(props: {
  numbers: SparkNumbers | undefined;
  running: boolean;
}) {
  const { numbers, running } = props;
  if (!numbers) {
    return null;
  }
  return (
    <section className={styles.panel} aria-labelledby="spark-numbers">
      <div className={styles.head}>
        <h3 id="spark-numbers" className={styles.title}>
          What Spark tells
        </h3>
        <span className={styles.origin}>
          {origin(numbers, running)}, <RelativeTime at={numbers.at} />
        </span>
      </div>
      {running && <SparkProgress numbers={numbers} />}
      <SparkHints hints={numbers.hints ?? []} />
      <FactList facts={sparkFacts(numbers)} />
    </section>
  );
}

function origin({ from, tasks }: SparkNumbers, running: boolean): string {
  if (from === 'history-server') {
    return 'from the History Server';
  }
  // The driver is read every few seconds, and seldom in its very last.
  return running || tasks.active === 0
    ? 'from the driver'
    : 'from the driver, shortly before the end';
}
