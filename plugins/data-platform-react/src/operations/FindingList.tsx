import {
  Finding,
  Health,
} from '@millrace/backstage-plugin-data-platform-common';
import { HealthMark } from '../components/HealthMark';
import { Sentence } from '../components/Sentence';
import styles from './FindingList.module.css';

const LOOK: Record<Finding['level'], { health: Health; word: string }> = {
  error: { health: 'failed', word: 'Error' },
  warning: { health: 'degraded', word: 'Warning' },
  info: { health: 'unknown', word: 'Note' },
};

const ORDER = { error: 0, warning: 1, info: 2 };

/** What was found: field, sentence and remedy, errors first. */
export function FindingList(props: { findings: readonly Finding[] }) {
  if (props.findings.length === 0) {
    return null;
  }
  const sorted = [...props.findings].sort(
    (a, b) => ORDER[a.level] - ORDER[b.level],
  );
  return (
    <ul className={styles.list} aria-label="Findings">
      {sorted.map((finding, index) => (
        <li key={index} className={styles.item} data-level={finding.level}>
          <HealthMark health={LOOK[finding.level].health} />
          <div className={styles.text}>
            <strong>{LOOK[finding.level].word}</strong>
            {finding.field && (
              <code className={styles.field}>{finding.field}</code>
            )}
            <div>
              <Sentence text={finding.message} />
            </div>
            {finding.remedy && (
              <div className={styles.remedy}>
                <Sentence text={finding.remedy} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
