import { Link } from '@backstage/ui';
import {
  ExecutorStrip,
  FactList,
  formatAbsolute,
  formatDuration,
  refTitle,
  safeUrl,
  secondsBetween,
  useNow,
} from '@millrace/backstage-plugin-data-platform-react';
import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { MomentList } from './MomentList';
import { RunSubject } from './RunSubject';
import styles from './RunDetails.module.css';

/** What happened in order, the executors, the figures and where to look further. */
export function RunOverview(props: { subject: RunSubject }) {
  const { subject } = props;
  const now = useNow(subject.finishedAt ? 60_000 : 1_000);
  const links = subject.links.filter(link => safeUrl(link.url));
  return (
    <>
      {subject.moments.length > 0 && (
        <section>
          <h3 className={styles.title}>What happened</h3>
          <MomentList moments={subject.moments} />
        </section>
      )}
      {subject.pods.length > 0 && (
        <section>
          <h3 className={styles.title}>Executors</h3>
          <ExecutorStrip pods={subject.pods} />
        </section>
      )}
      <section>
        <h3 className={styles.title}>Figures</h3>
        <FactList facts={[...timeFacts(subject, now), ...subject.facts]} />
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
