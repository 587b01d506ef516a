import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import { RelativeTime } from './RelativeTime';
import { Sentence } from './Sentence';
import styles from './EvidenceList.module.css';

/** What a verdict rests on: what was looked at, what it said, and when. */
export function EvidenceList(props: {
  evidence: readonly Evidence[];
  /** Stable code of the verdict, for searching and for reports. */
  reason?: string;
}) {
  return (
    <div className={styles.box}>
      <ul className={styles.list}>
        {props.evidence.map((item, index) => (
          <li key={index} className={styles.item}>
            <span className={styles.subject}>{item.subject}</span>
            <span className={styles.message}>
              {item.reason && (
                <code className={styles.code}>{item.reason}</code>
              )}
              <Sentence text={item.message} />
            </span>
            <span className={styles.time}>
              {item.at && <RelativeTime at={item.at} />}
            </span>
          </li>
        ))}
      </ul>
      {props.reason && (
        <p className={styles.reason}>
          Verdict code <code className={styles.code}>{props.reason}</code>
        </p>
      )}
    </div>
  );
}
