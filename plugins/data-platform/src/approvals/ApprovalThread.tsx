import { ApprovalComment } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  refTitle,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './approvals.module.css';

const DECISION = {
  approve: { health: 'healthy', word: 'approved it' },
  reject: { health: 'failed', word: 'rejected it' },
} as const;

/** What was said about a request, oldest first. Text is text. */
export function ApprovalThread(props: {
  comments: readonly ApprovalComment[];
}) {
  const { comments } = props;
  if (comments.length === 0) {
    return <p className={styles.quiet}>Nobody has said anything yet.</p>;
  }
  return (
    <ol className={styles.thread} aria-label="What was said">
      {comments.map(({ id, by, at, text, decision }) => (
        <li key={id} className={styles.comment}>
          <div className={styles.head}>
            <span className={styles.speaker}>
              {decision && (
                <HealthMark health={DECISION[decision].health} size={16} />
              )}
              <strong title={by}>{refTitle(by)}</strong>
              {decision && <span>{DECISION[decision].word}</span>}
            </span>
            <span className={styles.quiet}>
              <RelativeTime at={at} />
            </span>
          </div>
          {text && <p className={styles.said}>{text}</p>}
        </li>
      ))}
    </ol>
  );
}
