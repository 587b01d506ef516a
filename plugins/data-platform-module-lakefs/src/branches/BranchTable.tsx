import { ReactNode, useMemo } from 'react';
import { SortDescriptor, Table } from '@backstage/ui';
import { LakefsBranchPage } from '@millrace/backstage-plugin-data-platform-common';
import { pagePagination } from '@millrace/backstage-plugin-data-platform-react';
import { BranchFilter, BranchSort } from './BranchFilter';
import { branchColumns, BranchRow } from './branchColumns';
import styles from './branches.module.css';

/** One page of branches; the server sorts and pages. */
export function BranchTable(props: {
  page: LakefsBranchPage | undefined;
  filter: BranchFilter;
  /** The rows shown are of the query before. */
  pending: boolean;
  onChange: (patch: Partial<BranchFilter>) => void;
  empty: ReactNode;
}) {
  const { page, filter, pending, onChange, empty } = props;
  const rows = useMemo<BranchRow[] | undefined>(
    () => page?.items.map(branch => ({ id: branch.resource.id, branch })),
    [page],
  );
  const descriptor = useMemo<SortDescriptor>(
    () => ({
      column: filter.sort,
      direction: filter.order === 'asc' ? 'ascending' : 'descending',
    }),
    [filter.sort, filter.order],
  );
  return (
    <div className={styles.table}>
      <Table<BranchRow>
        columnConfig={branchColumns}
        data={rows}
        isPending={!page}
        isStale={pending}
        emptyState={empty}
        sort={{
          descriptor,
          onSortChange: ({ column, direction }) =>
            onChange({
              sort: column as BranchSort,
              order: direction === 'ascending' ? 'asc' : 'desc',
            }),
        }}
        pagination={pagePagination(filter, page?.total ?? 0, onChange)}
      />
    </div>
  );
}
