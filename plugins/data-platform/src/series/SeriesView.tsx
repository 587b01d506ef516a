import { ReactNode } from 'react';
import {
  Operation,
  Run,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  FindingList,
  HealthMark,
  refTitle,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import {
  goesOn,
  progressOf,
  progressSentence,
  seriesHealth,
} from './seriesState';
import { SeriesSteps } from './SeriesSteps';
import styles from './series.module.css';

/** How far a series of runs is: a bar, one sentence, and each date with its run. */
export function SeriesView(props: {
  operation: Operation;
  /** Runs of the series that are known, so that dates lead to them. */
  runs?: readonly Run[];
  onOpenRun?: (run: Run) => void;
  actions?: ReactNode;
  /** The title stands above it already. */
  untitled?: boolean;
}) {
  const { operation, runs, onOpenRun, actions, untitled } = props;
  const progress = progressOf(operation);
  const ended = progress.done + progress.failed;
  const share = (count: number) =>
    `${progress.total > 0 ? (100 * count) / progress.total : 0}%`;
  return (
    <div className={styles.series}>
      <div className={styles.head}>
        <HealthMark health={seriesHealth(operation)} size={20} />
        <div className={styles.text}>
          {!untitled && <div className={styles.title}>{operation.title}</div>}
          <div role="status">
            {goesOn(operation) && operation.cancelledBy
              ? `Being cancelled by ${refTitle(
                  operation.cancelledBy,
                )}: no more runs are started. `
              : ''}
            {progressSentence(progress)}
          </div>
          {operation.error && (
            <div className={styles.quiet}>
              <Sentence text={operation.error} />
            </div>
          )}
        </div>
        {actions}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={operation.title}
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={ended}
        aria-valuetext={progressSentence(progress)}
      >
        <div className={styles.done} style={{ width: share(progress.done) }} />
        <div
          className={styles.failed}
          style={{ width: share(progress.failed) }}
        />
        <div
          className={styles.running}
          style={{ width: share(progress.running) }}
        />
      </div>
      <FindingList findings={operation.findings ?? []} />
      <SeriesSteps
        steps={operation.steps}
        open={!goesOn(operation) || operation.steps.length <= 12}
        runs={runs}
        onOpenRun={onOpenRun}
      />
    </div>
  );
}
