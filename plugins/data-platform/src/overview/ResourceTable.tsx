import { ReactNode, useMemo } from 'react';
import { SortDescriptor, Table } from '@backstage/ui';
import {
  PlatformResource,
  ResourcePage,
} from '@millrace/backstage-plugin-data-platform-common';
import { pagePagination } from '@millrace/backstage-plugin-data-platform-react';
import { KindTitle } from './kindTitle';
import { ResourceFilter } from './ResourceFilter';
import { resourceColumns } from './resourceColumns';
import styles from './ResourceTable.module.css';

/** One page of what runs; the server sorts and pages. */
export function ResourceTable(props: {
  page: ResourcePage | undefined;
  filter: ResourceFilter;
  titleOf: KindTitle;
  /** The rows shown are of the query before. */
  pending: boolean;
  onChange: (patch: Partial<ResourceFilter>) => void;
  onOpen: (id: string) => void;
  empty: ReactNode;
}) {
  const { page, filter, titleOf, pending, onChange, onOpen, empty } = props;
  const columns = useMemo(() => resourceColumns(titleOf), [titleOf]);
  const descriptor = useMemo<SortDescriptor>(
    () => ({
      column: filter.sort,
      direction: filter.order === 'asc' ? 'ascending' : 'descending',
    }),
    [filter.sort, filter.order],
  );
  return (
    <div className={styles.table}>
      <Table<PlatformResource>
        columnConfig={columns}
        data={page?.items}
        isPending={!page}
        isStale={pending}
        emptyState={empty}
        rowConfig={{ onClick: row => onOpen(row.id) }}
        sort={{
          descriptor,
          onSortChange: ({ column, direction }) =>
            onChange({
              sort: column as ResourceFilter['sort'],
              order: direction === 'ascending' ? 'asc' : 'desc',
            }),
        }}
        pagination={pagePagination(filter, page?.total ?? 0, onChange)}
      />
    </div>
  );
}
