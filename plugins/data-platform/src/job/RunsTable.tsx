import { Cell, CellText, ColumnConfig, Table } from '@backstage/ui';
import { Run } from '@millrace/backstage-plugin-data-platform-common';
import {
  Duration,
  HealthBadge,
  refTitle,
  RelativeTime,
  RUN_WORD,
  runHealth,
  runState,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './RunsTable.module.css';

const columns: ColumnConfig<Run>[] = [
  {
    id: 'state',
    label: 'State',
    isRowHeader: true,
    minWidth: 130,
    defaultWidth: '1fr',
    cell: run => (
      <Cell>
        <HealthBadge health={runHealth(run)} label={RUN_WORD[runState(run)]} />
      </Cell>
    ),
  },
  {
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
  {
    id: 'duration',
    label: 'Duration',
    minWidth: 90,
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
  {
    id: 'executors',
    label: 'Executors',
    minWidth: 110,
    defaultWidth: '1fr',
    cell: run => <CellText title={factOf(run, 'executors')} />,
  },
  {
    id: 'attempts',
    label: 'Attempts',
    minWidth: 105,
    defaultWidth: '0.7fr',
    cell: run => <CellText title={factOf(run, 'attempts')} />,
  },
  {
    id: 'by',
    label: 'By',
    minWidth: 110,
    defaultWidth: '1fr',
    cell: run => (
      <Cell>
        <span className={styles.sentence}>{startedBy(run)}</span>
      </Cell>
    ),
  },
  {
    id: 'sentence',
    label: 'Verdict',
    minWidth: 260,
    defaultWidth: '4fr',
    cell: run => (
      <Cell>
        <span className={styles.sentence}>
          <Sentence text={run.assessment.message} />
        </span>
      </Cell>
    ),
  },
];

/** All runs in words; a row opens its run. */
export function RunsTable(props: {
  runs: readonly Run[];
  onSelect: (run: Run) => void;
}) {
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        data={props.runs as Run[]}
        pagination={{ type: 'none' }}
        rowConfig={{ onClick: props.onSelect }}
      />
    </div>
  );
}

function factOf(run: Run, key: string): string {
  return run.facts?.find(fact => fact.key === key)?.value ?? '–';
}

function startedBy(run: Run): string {
  if (run.by) {
    return refTitle(run.by);
  }
  switch (run.trigger) {
    case 'schedule':
      return 'schedule';
    case 'external':
      return 'outside the portal';
    default:
      return '–';
  }
}
