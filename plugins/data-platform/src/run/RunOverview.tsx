import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import {
  ExecutorPlot,
  ExecutorStrip,
  FactList,
  formatAbsolute,
  formatDuration,
  refTitle,
  safeUrl,
  secondsBetween,
  usageFacts,
  useNow,
} from '@millrace/backstage-plugin-data-platform-react';
import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { MomentList } from './MomentList';
import { RunSubject } from './RunSubject';
import styles from './RunDetails.module.css';

/**
 * What happened in order, the executors, the figures and where to look further.
 * @param children - what the system behind the run tells of it, before the figures
 */
export function RunOverview(props: {
  subject: RunSubject;
  children?: ReactNode;
}) {
  const { subject } = props;
  const now = useNow(subject.finishedAt ? 60_000 : 1_000);
  // A cluster of workers has none.
  const hasExecutors =
    subject.pods.some(({ role }) => role === 'executor') ||
    (subject.nature === 'run' && subject.pods.length > 0);
  const links = subject.links.filter(link => safeUrl(link.url));
  return (
    <>
      {subject.moments.length > 0 && (
        <section>
          <h3 className={styles.title}>What happened</h3>
          <MomentList moments={subject.moments} />
        </section>
      )}
      {(hasExecutors || subject.executors) && (
        <section>
          <h3 className={styles.title}>Executors</h3>
          {hasExecutors && <ExecutorStrip pods={subject.pods} />}
          {subject.executors && (
            <ExecutorPlot
              usage={subject.executors}
              finishedAt={subject.finishedAt}
            />
          )}
        </section>
      )}
      {props.children}
      <section>
        <h3 className={styles.title}>Figures</h3>
        <FactList facts={figuresOf(subject, now)} />
      </section>
      {links.length > 0 && (
        <section>
          <h3 className={styles.title}>Links</h3>
          <div className={styles.links}>
            {links.map(link => (
              <Link
                key={link.url}
                href={safeUrl(link.url)!}
                target="_blank"
                rel="noopener noreferrer"
                variant="body-medium"
              >
                {link.title}
              </Link>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

/** The hours of the plot are told in more detail than the row has them. */
function figuresOf(subject: RunSubject, now: number): Fact[] {
  const used = subject.executors ? usageFacts(subject.executors) : [];
  const told = new Set(used.map(fact => fact.key));
  // Spark itself tells it above, the progress in more detail.
  if (subject.spark) told.add('progress');
  if (subject.spark?.sparkVersion) told.add('sparkVersion');
  return [
    ...timeFacts(subject, now),
    ...subject.facts.filter(fact => !told.has(fact.key)),
    ...used,
  ];
}

function timeFacts(subject: RunSubject, now: number): Fact[] {
  const seconds =
    subject.durationSeconds ??
    secondsBetween(subject.startedAt, subject.finishedAt, now);
  const facts: (Fact | undefined)[] = [
    subject.startedAt
      ? {
          key: 'startedAt',
          label: 'Started',
          value: formatAbsolute(subject.startedAt),
        }
      : undefined,
    seconds === undefined
      ? undefined
      : {
          key: 'duration',
          label: 'Duration',
          value: formatDuration(seconds),
        },
    subject.by
      ? { key: 'by', label: 'Started by', value: refTitle(subject.by) }
      : undefined,
  ];
  const known = new Set(subject.facts.map(fact => fact.key));
  return facts.filter((fact): fact is Fact => !!fact && !known.has(fact.key));
}
