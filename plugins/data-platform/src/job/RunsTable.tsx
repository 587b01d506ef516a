import { Cell, CellText, ColumnConfig, Link, Table } from '@backstage/ui';
import { Run } from '@millrace/backstage-plugin-data-platform-common';
import {
  refTitle,
  runColumns,
} from '@millrace/backstage-plugin-data-platform-react';
import { RunBranchLink } from '../run/RunBranchLink';
import styles from './RunsTable.module.css';

const columns: ColumnConfig<Run>[] = [
  { ...runColumns.state, isRowHeader: true },
  runColumns.started,
  runColumns.duration,
  {
    id: 'executors',
    label: 'Executors',
    minWidth: 110,
    defaultWidth: '1fr',
    cell: run => (
      <CellText
        title={factOf(run, 'executors')}
        description={executorHours(run)}
      />
    ),
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
        {run.series && <SeriesNote run={run} />}
        {run.branch && (
          <span className={styles.quiet}>
            on branch <RunBranchLink branch={run.branch} />
          </span>
        )}
        {changedWords(run) && (
          <span className={styles.quiet}>with other {changedWords(run)}</span>
        )}
      </Cell>
    ),
  },
  runColumns.verdict,
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

/** Which back-fill made the run, and for which date; leads to the runs of that one alone. */
function SeriesNote(props: { run: Run }) {
  const { series = '', runDate } = props.run;
  return (
    <Link
      href={`?series=${encodeURIComponent(series)}`}
      variant="body-x-small"
      title="Show the runs of this back-fill alone"
    >
      {runDate ? `back-fill of ${runDate}` : 'back-fill'}
    </Link>
  );
}

/** What differs from the definition; the date of a back-fill and the branch are told apart from it. */
function changedWords(run: Run): string {
  const words = run.changed?.split(', ') ?? [];
  const told = [
    ...(run.series ? ['date'] : []),
    ...(run.branch ? [`branch ${run.branch.branch}`] : []),
  ];
  return words.filter(word => !told.includes(word)).join(', ');
}

/** What the executors of a finished run used up: "3.4 h, 1.1 idle". */
function executorHours(run: Run): string | undefined {
  const hours = run.facts?.find(fact => fact.key === 'executorHours')?.value;
  return hours && hours.replace(/^\S+?(?=,|$)/, '$& h');
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
