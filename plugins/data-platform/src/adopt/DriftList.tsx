import { AdoptableNamespace } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { CommandText } from './CommandText';
import styles from './adopt.module.css';

/** A remedy may end with the command that brings it about. */
const COMMAND = /^([\s\S]*?)(kubectl [\s\S]+)$/;

/** How a namespace differs from what the template would make, in words. */
export function DriftList(props: {
  drift: NonNullable<AdoptableNamespace['drift']>;
}) {
  return (
    <ul className={styles.drift} aria-label="Differs from the template">
      {props.drift.map(({ subject, message, remedy, unread }, index) => (
        <li key={index}>
          <HealthMark health={unread ? 'unknown' : 'degraded'} size={14} />
          <div className={styles.text}>
            <strong>{subject}</strong>: <Sentence text={message} />{' '}
            {remedy && <DriftRemedy subject={subject} remedy={remedy} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function DriftRemedy(props: { subject: string; remedy: string }) {
  const { subject, remedy } = props;
  const [, words = remedy, command] = COMMAND.exec(remedy) ?? [];
  return (
    <>
      <span className={`${styles.quiet} ${styles.remedy}`}>
        <Sentence text={words} />
      </span>
      {command && (
        <CommandText text={command} label={`command about the ${subject}`} />
      )}
    </>
  );
}
