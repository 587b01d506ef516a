import { Cell, ColumnConfig, Link, Table } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
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
import styles from './branch.module.css';

const columns: ColumnConfig<Run>[] = [
  {
    id: 'job',
    label: 'Job',
    isRowHeader: true,
    minWidth: 160,
    defaultWidth: '2fr',
    cell: run => (
      <Cell>
        <JobLink run={run} />
      </Cell>
    ),
  },
  {
    id: 'state',
    label: 'State',
    minWidth: 120,
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
      <Cell>
        <Duration
          seconds={run.durationSeconds}
          start={run.startedAt ?? run.submittedAt}
          end={run.finishedAt}
        />
      </Cell>
    ),
  },
  {
    id: 'by',
    label: 'By',
    minWidth: 100,
    defaultWidth: '1fr',
    cell: run => <Cell>{run.by ? refTitle(run.by) : '–'}</Cell>,
  },
  {
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
];

/** Runs with their jobs; the job leads to the run on its page. */
export function BranchRunTable(props: { runs: readonly Run[] }) {
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        data={props.runs as Run[]}
        pagination={{ type: 'none' }}
      />
    </div>
  );
}

function JobLink(props: { run: Run }) {
  const { entityRef, name, id } = props.run;
  const link = useRouteRef(entityRouteRef);
  if (!link || !entityRef) {
    return <>{name}</>;
  }
  const job = parseEntityRef(entityRef);
  const page = link({ ...job, kind: job.kind.toLowerCase() });
  return (
    <Link
      href={`${page}/runs?run=${encodeURIComponent(id)}`}
      variant="body-medium"
      title={name}
    >
      {refTitle(entityRef)}
    </Link>
  );
}
