import {
  Health,
  OperationStep,
} from '@millrace/backstage-plugin-data-platform-common';
import { HealthMark } from '../components/HealthMark';
import { Sentence } from '../components/Sentence';
import styles from './StepList.module.css';

/** How the state of a step looks and is said. */
export const STEP_LOOK: Record<
  OperationStep['state'],
  { health: Health; word: string }
> = {
  pending: { health: 'unknown', word: 'waiting' },
  running: { health: 'progressing', word: 'under way' },
  done: { health: 'healthy', word: 'done' },
  failed: { health: 'failed', word: 'failed' },
  undone: { health: 'suspended', word: 'taken back' },
  skipped: { health: 'suspended', word: 'not needed' },
};

/** The steps of an operation and how far it has come. */
export function StepList(props: { steps: readonly OperationStep[] }) {
  return (
    <ol className={styles.list} aria-live="polite">
      {props.steps.map(step => (
        <li key={step.id} className={styles.step}>
          <HealthMark health={STEP_LOOK[step.state].health} />
          <div className={styles.text}>
            {step.title}{' '}
            <span className={styles.state}>({STEP_LOOK[step.state].word})</span>
            {step.message && (
              <div className={styles.state}>
                <Sentence text={step.message} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
