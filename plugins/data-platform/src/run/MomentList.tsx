import {
  Health,
  Moment,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  formatAbsolute,
  formatDuration,
  HealthMark,
  Sentence,
  timeOf,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './MomentList.module.css';

const MARK: Record<NonNullable<Moment['state']>, Health> = {
  done: 'healthy',
  current: 'progressing',
  failed: 'failed',
  pending: 'suspended',
};

/** The moments of a run in order, each with the time since the one before. */
export function MomentList(props: { moments: readonly Moment[] }) {
  const { moments } = props;
  return (
    <ol className={styles.list}>
      {moments.map((moment, index) => (
        <li key={index} className={styles.moment}>
          <span className={styles.mark}>
            <HealthMark health={MARK[moment.state ?? 'done']} />
          </span>
          <div className={styles.text}>
            <span>
              <Sentence text={moment.title} />
            </span>
            {moment.detail && (
              <span className={styles.quiet}>
                {' '}
                <Sentence text={moment.detail} />
              </span>
            )}
          </div>
          <span className={styles.time}>
            {moment.at ? (
              <time dateTime={moment.at} title={formatAbsolute(moment.at)}>
                {stepOf(moments[index - 1], moment)}
              </time>
            ) : (
              moment.state === 'pending' && 'not yet'
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The clock time of the first, then how much later each one came. */
function stepOf(before: Moment | undefined, moment: Moment): string {
  const at = timeOf(moment.at);
  const from = timeOf(before?.at);
  if (at === undefined) {
    return '';
  }
  if (from === undefined) {
    return new Date(at).toLocaleTimeString(undefined, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }
  return `+ ${formatDuration((at - from) / 1000)}`;
}
