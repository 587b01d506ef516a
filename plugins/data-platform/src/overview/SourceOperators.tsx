import {
  Health,
  OperatorState,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  Duration,
  HealthMark,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './SourcesPanel.module.css';

const LOOK: Record<OperatorState['state'], { health: Health; word: string }> = {
  up: { health: 'healthy', word: 'at work' },
  down: { health: 'failed', word: 'seems down' },
  unknown: { health: 'unknown', word: 'not known' },
};

/** The operators of a cluster and whether each seems to be at work; the sentence where it is not. */
export function SourceOperators(props: {
  operators: readonly OperatorState[];
}) {
  if (props.operators.length === 0) {
    return null;
  }
  return (
    <ul className={styles.operators} aria-label="Operators">
      {props.operators.map(operator => (
        <li key={operator.id} className={styles.operator}>
          <HealthMark health={LOOK[operator.state].health} size={12} />
          <span title={operator.message}>{operator.title}</span>{' '}
          <span className={styles.state}>
            {LOOK[operator.state].word}
            {operator.state === 'down' && operator.since && (
              <>
                {' for '}
                <Duration start={operator.since} />
              </>
            )}
            {operator.state === 'unknown' && (
              <>
                {': '}
                <Sentence text={operator.message} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
