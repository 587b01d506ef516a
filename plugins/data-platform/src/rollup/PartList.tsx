import { Part } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  RelativeTime,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from './EntityLink';
import styles from './PartList.module.css';

/** What is not healthy, worst first, each leading on to its page. */
export function PartList(props: { parts: readonly Part[] }) {
  if (props.parts.length === 0) {
    return null;
  }
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
              {part.entityRef ? (
                <EntityLink entityRef={part.entityRef} title={part.title} />
              ) : (
                <strong>{part.title}</strong>
              )}
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
