import { Card, CardBody, CardHeader, Skeleton, Text } from '@backstage/ui';
import { NotebookServerDetail } from '@millrace/backstage-plugin-data-platform-common';
import {
  FactList,
  MeterBar,
  Sentence,
  useNow,
} from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from '../../rollup/EntityLink';
import { notebookFacts } from '../notebookFacts';
import { useNotebookEntity } from '../useNotebookEntity';
import styles from '../notebooks.module.css';

/** What a notebook server holds, how long nobody has used it, and what that costs. */
export function NotebookUseCard() {
  const { notebook } = useNotebookEntity();
  const { value, error } = notebook;
  if (!value && error) {
    // The banner tells why.
    return null;
  }
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          Use and size
        </Text>
      </CardHeader>
      <CardBody>
        {value ? (
          <Use notebook={value} />
        ) : (
          <Skeleton
            width="100%"
            height={160}
            role="status"
            aria-label="Loading the use of this notebook server"
          />
        )}
      </CardBody>
    </Card>
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
