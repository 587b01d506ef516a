import { ReactNode } from 'react';
import { Cell, ColumnConfig, Table } from '@backstage/ui';
import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthBadge,
  refTitle,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from '../rollup/EntityLink';
import { OPERATION_LOOK, stateWords } from './operationLook';
import styles from './activity.module.css';

const columns: ColumnConfig<Operation>[] = [
  {
    id: 'what',
    label: 'What',
    isRowHeader: true,
    minWidth: 220,
    defaultWidth: '3fr',
    cell: row => (
      <Cell>
        <span className={styles.text}>{row.title}</span>
      </Cell>
    ),
  },
  {
    id: 'state',
    label: 'State',
    minWidth: 150,
    defaultWidth: '1.2fr',
    cell: row => (
      <Cell>
        <HealthBadge
          health={OPERATION_LOOK[row.state].health}
          label={stateWords(row)}
        />
      </Cell>
    ),
  },
  {
    id: 'who',
    label: 'Who',
    minWidth: 110,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        <span title={row.actor}>{refTitle(row.actor)}</span>
      </Cell>
    ),
  },
  {
    id: 'about',
    label: 'About',
    minWidth: 140,
    defaultWidth: '1.4fr',
    cell: row => (
      <Cell>
        {row.entityRef ? <EntityLink entityRef={row.entityRef} /> : '–'}
      </Cell>
    ),
  },
  {
    id: 'when',
    label: 'When',
    minWidth: 120,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        <RelativeTime at={row.createdAt} />
      </Cell>
    ),
  },
];

/** Operations, one a row; a row opens its steps. */
export function ActivityTable(props: {
  operations: readonly Operation[];
  onOpen: (id: string) => void;
  empty: ReactNode;
}) {
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        data={props.operations as Operation[]}
        pagination={{ type: 'none' }}
        emptyState={props.empty}
        rowConfig={{ onClick: row => props.onOpen(row.id) }}
      />
    </div>
  );
}
