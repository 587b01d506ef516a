import {
  OperationStep,
  Run,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  RUN_WORD,
  runHealth,
  runState,
  scrollable,
  Sentence,
  STEP_LOOK,
} from '@millrace/backstage-plugin-data-platform-react';
import { dateOf } from './seriesState';
import styles from './series.module.css';

/** Each date of a series with its state; one whose run is known leads to it. */
export function SeriesSteps(props: {
  steps: readonly OperationStep[];
  /** Shown at once, rather than on demand. */
  open: boolean;
  runs?: readonly Run[];
  onOpenRun?: (run: Run) => void;
}) {
  const { steps, open, runs = [], onOpenRun } = props;
  const byUid = new Map(runs.map(run => [run.uid, run]));
  return (
    <details className={styles.details} open={open}>
      <summary>Dates ({steps.length})</summary>
      <div
        className={styles.scroll}
        role="region"
        aria-label="Dates of the series"
        {...scrollable}
      >
        <ol className={styles.steps}>
          {steps.map(step => {
            const run = step.uid ? byUid.get(step.uid) : undefined;
            const look = STEP_LOOK[step.state];
            const word = step.state === 'skipped' ? 'not started' : look.word;
            return (
              <li key={step.id} className={styles.step}>
                <HealthMark
                  health={run ? runHealth(run) : look.health}
                  size={14}
                />
                {run && onOpenRun ? (
                  <button
                    type="button"
                    className={styles.link}
                    onClick={() => onOpenRun(run)}
                  >
                    {dateOf(step)}
                  </button>
                ) : (
                  <span className={styles.date}>{dateOf(step)}</span>
                )}
                <span className={styles.quiet}>
                  {run ? RUN_WORD[runState(run)].toLowerCase() : word}
                  {step.message && (
                    <>
                      {' · '}
                      <Sentence text={step.message} />
                    </>
                  )}
                </span>
              </li>
            );
          })}
        </ol>
      </div>
    </details>
  );
}
