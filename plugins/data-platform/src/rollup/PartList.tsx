import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Part } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  RelativeTime,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { overviewRouteRef } from '../routes';
import { EntityLink } from './EntityLink';
import styles from './PartList.module.css';

const NOT_HEALTHY = 'unknown,degraded,failed';

/** What is not healthy, worst first, each leading on to its page. */
export function PartList(props: {
  parts: readonly Part[];
  /** How many are not healthy; those given are the worst of them. */
  total: number;
  /** Of the list that has all of them, where there is one. */
  domainRef?: string;
}) {
  const { parts, total, domainRef } = props;
  const overview = useRouteRef(overviewRouteRef);
  if (parts.length === 0) {
    return null;
  }
  const left = total - parts.length;
  return (
    <>
      <Parts parts={parts} />
      {left > 0 && (
        <p className={styles.quiet}>
          {left.toLocaleString()} more are not healthy.{' '}
          {overview && domainRef && (
            <Link
              variant="body-small"
              href={`${overview()}?${new URLSearchParams({
                domain: domainRef,
                health: NOT_HEALTHY,
              })}`}
            >
              List all of them
            </Link>
          )}
        </p>
      )}
    </>
  );
}

function Parts(props: { parts: readonly Part[] }) {
  return (
    <ul className={styles.list} aria-label="Not healthy">
      {props.parts.map((part, index) => (
        <li
          key={part.entityRef ?? part.resourceId ?? index}
          className={styles.part}
        >
          <span className={styles.mark}>
            <HealthMark health={part.health} />
          </span>
          <div className={styles.text}>
            <div className={styles.head}>
              <PartTitle part={part} />
              {part.since && (
                <span className={styles.quiet}>
                  since <RelativeTime at={part.since} />
                </span>
              )}
            </div>
            <div>
              <Sentence text={part.message} />
            </div>
            {part.nextStep && (
              <div className={styles.quiet}>
                <Sentence text={part.nextStep} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What belongs to no job opens beside the list of everything. */
function PartTitle(props: { part: Part }) {
  const { entityRef, resourceId, title } = props.part;
  const overview = useRouteRef(overviewRouteRef);
  if (entityRef) {
    return <EntityLink entityRef={entityRef} title={title} />;
  }
  return overview && resourceId ? (
    <Link
      variant="body-medium"
      href={`${overview()}?resource=${encodeURIComponent(resourceId)}`}
    >
      {title}
    </Link>
  ) : (
    <strong>{title}</strong>
  );
}
