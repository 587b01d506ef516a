import { Cell, ColumnConfig, Link, Table } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Run } from '@millrace/backstage-plugin-data-platform-common';
import {
  refTitle,
  runColumns,
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
  runColumns.state,
  runColumns.started,
  runColumns.duration,
  {
    id: 'by',
    label: 'By',
    minWidth: 100,
    defaultWidth: '1fr',
    cell: run => <Cell>{run.by ? refTitle(run.by) : '–'}</Cell>,
  },
  runColumns.verdict,
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
