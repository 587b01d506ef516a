import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './SparkNumbersPanel.module.css';

/** What to look at, worst first, each with its number and what to do. */
export function SparkHints(props: {
  hints: NonNullable<SparkNumbers['hints']>;
}) {
  if (props.hints.length === 0) {
    return null;
  }
  return (
    <ul className={styles.hints} aria-label="What to look at">
      {props.hints.map((hint, index) => (
        <li key={index} className={styles.hint}>
          <span className={styles.mark}>
            <HealthMark health="degraded" />
          </span>
          <div>
            <Sentence text={hint.message} />
            {hint.nextStep && (
              <div className={styles.quiet}>
                <Sentence text={hint.nextStep} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
