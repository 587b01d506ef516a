import { ReactNode } from 'react';
import { Cell, ColumnConfig, Table } from '@backstage/ui';
import {
  Approval,
  ApprovalPage,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  APPROVAL_LOOK,
  approverNames,
  HealthBadge,
  pagePagination,
  refTitle,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import { ApprovalFilter } from './ApprovalFilter';
import { EntityLink } from '../rollup/EntityLink';
import styles from './approvals.module.css';

const columns: ColumnConfig<Approval>[] = [
  {
    id: 'what',
    label: 'What',
    isRowHeader: true,
    minWidth: 240,
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
    minWidth: 190,
    defaultWidth: '1.6fr',
    cell: row => (
      <Cell>
        <HealthBadge
          health={APPROVAL_LOOK[row.state].health}
          label={stateWords(row)}
        />
      </Cell>
    ),
  },
  {
    id: 'who',
    label: 'Asked by',
    minWidth: 100,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        <span title={row.requestedBy}>{refTitle(row.requestedBy)}</span>
      </Cell>
    ),
  },
  {
    id: 'decides',
    label: 'Decided by',
    minWidth: 150,
    defaultWidth: '1.4fr',
    cell: row => (
      <Cell>
        <span className={styles.text}>{deciderWords(row)}</span>
      </Cell>
    ),
  },
  {
    id: 'about',
    label: 'About',
    minWidth: 120,
    defaultWidth: '1.2fr',
    cell: row => (
      <Cell>
        {row.entityRef ? <EntityLink entityRef={row.entityRef} /> : '–'}
      </Cell>
    ),
  },
  {
    id: 'when',
    label: 'Asked',
    minWidth: 110,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        <RelativeTime at={row.requestedAt} />
      </Cell>
    ),
  },
];

/** `Waiting, 2 comments`. */
export function stateWords({ state, commentCount = 0 }: Approval): string {
  const { word } = APPROVAL_LOOK[state];
  return commentCount > 0
    ? `${word}, ${commentCount} comment${commentCount === 1 ? '' : 's'}`
    : word;
}

/** Who has decided, else who may. */
function deciderWords({ decidedBy, approverRefs }: Approval): string {
  return decidedBy ? refTitle(decidedBy) : approverNames(approverRefs);
}

/** Requests, one a row; a row opens the whole of it. The server filters and pages. */
export function ApprovalTable(props: {
  page: ApprovalPage | undefined;
  /** The rows shown are of the query before. */
  pending: boolean;
  filter: ApprovalFilter;
  onChange: (filter: ApprovalFilter) => void;
  onOpen: (id: string) => void;
  empty: ReactNode;
}) {
  const { page, pending, filter, onChange, onOpen, empty } = props;
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        data={page?.items}
        isPending={!page}
        isStale={pending}
        emptyState={empty}
        rowConfig={{ onClick: row => onOpen(row.id) }}
        pagination={pagePagination(filter, page?.total ?? 0, patch =>
          onChange({ ...filter, ...patch }),
        )}
      />
    </div>
  );
}
