import { NotebookServerDetail } from '@millrace/backstage-plugin-data-platform-common';
import {
  FactList,
  MeterBar,
  Sentence,
  useNow,
} from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from '../../rollup/EntityLink';
import { notebookFacts } from '../notebookFacts';
import { NotebookCard } from './NotebookCard';
import styles from '../notebooks.module.css';

/** What a notebook server holds, how long nobody has used it, and what that costs. */
export function NotebookUseCard() {
  return (
    <NotebookCard
      title="Use and size"
      what="the use of this notebook server"
      height={160}
    >
      {notebook => <Use notebook={notebook} />}
    </NotebookCard>
  );
}

function Use(props: { notebook: NotebookServerDetail }) {
  const { server, podDefaults, quota, currency } = props.notebook;
  const { domainRef } = server.resource;
  const now = useNow(5_000);
  return (
    <div className={styles.column}>
      <FactList facts={notebookFacts(server, now, { currency })} />
      {server.activityNote && (
        <p className={styles.quiet}>
          <Sentence text={server.activityNote} />
        </p>
      )}
      <section>
        <h3 className={styles.title}>PodDefaults</h3>
        {podDefaults.length > 0 ? (
          <ul className={styles.tags}>
            {podDefaults.map(name => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.quiet}>None apply to it.</p>
        )}
      </section>
      {quota.length > 0 && (
        <section>
          <h3 className={styles.title}>
            Quota of{' '}
            {domainRef ? <EntityLink entityRef={domainRef} /> : 'the namespace'}
          </h3>
          <div className={styles.meters}>
            {quota.map((line, index) => (
              <MeterBar
                key={index}
                label={line.label ?? line.resource}
                used={line.used}
                hard={line.hard}
                ratio={line.ratio}
              />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
