import { Cell, ColumnConfig } from '@backstage/ui';
import { Run } from '@millrace/backstage-plugin-data-platform-common';
import { Duration } from './Duration';
import { HealthBadge } from './HealthBadge';
import { RUN_WORD } from './healthLook';
import { RelativeTime } from './RelativeTime';
import { runHealth, runState } from './runState';
import { Sentence } from './Sentence';
import styles from './runColumns.module.css';

/** Columns that every table of runs has, whatever else it tells. */
export const runColumns: Readonly<
  Record<'state' | 'started' | 'duration' | 'verdict', ColumnConfig<Run>>
> = {
  state: {
    id: 'state',
    label: 'State',
    minWidth: 130,
    defaultWidth: '1fr',
    cell: run => (
      <Cell>
        <HealthBadge health={runHealth(run)} label={RUN_WORD[runState(run)]} />
      </Cell>
    ),
  },
  started: {
    id: 'started',
    label: 'Started',
    minWidth: 115,
    defaultWidth: '1fr',
    cell: run => (
      <Cell>
        <RelativeTime at={run.startedAt ?? run.submittedAt} />
      </Cell>
    ),
  },
  duration: {
    id: 'duration',
    label: 'Duration',
    minWidth: 105,
    defaultWidth: '1fr',
    cell: run => (
      <Cell className={styles.figure}>
        <Duration
          seconds={run.durationSeconds}
          start={run.startedAt ?? run.submittedAt}
          end={run.finishedAt}
        />
      </Cell>
    ),
  },
  verdict: {
    id: 'sentence',
    label: 'Verdict',
    minWidth: 240,
    defaultWidth: '4fr',
    cell: run => (
      <Cell>
        <span className={styles.sentence}>
          <Sentence text={run.assessment.message} />
        </span>
      </Cell>
    ),
  },
};
