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
  useNow,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './MomentList.module.css';

const MARK: Record<NonNullable<Moment['state']>, Health> = {
  done: 'healthy',
  current: 'progressing',
  failed: 'failed',
  pending: 'suspended',
};

const ENDS: ReadonlySet<Moment['state']> = new Set(['done', 'failed']);

/** The moments of a run in order, each with the time since the one before. */
export function MomentList(props: { moments: readonly Moment[] }) {
  const { moments } = props;
  const now = useNow(60_000);
  const over = ENDS.has(moments.at(-1)?.state ?? 'done');
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
                {stepOf(lastKnown(moments.slice(0, index)), moment, now)}
              </time>
            ) : (
              moment.state === 'pending' && (over ? 'never' : 'not yet')
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Of some moments nobody knows when they were. */
function lastKnown(before: readonly Moment[]): Moment | undefined {
  return [...before].reverse().find(({ at }) => timeOf(at) !== undefined);
}

/** When the first was, with the day unless that is today, then how much later each one came. */
function stepOf(
  before: Moment | undefined,
  moment: Moment,
  now: number,
): string {
  const at = timeOf(moment.at);
  const from = timeOf(before?.at);
  if (at === undefined) {
    return '';
  }
  if (from === undefined) {
    return clockTime(new Date(at), new Date(now));
  }
  return `+ ${formatDuration((at - from) / 1000)}`;
}

function clockTime(at: Date, now: Date): string {
  const today = at.toDateString() === now.toDateString();
  const thisYear = at.getFullYear() === now.getFullYear();
  return at.toLocaleString(undefined, {
    ...(!today && { month: 'short', day: 'numeric' }),
    ...(!thisYear && { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}
