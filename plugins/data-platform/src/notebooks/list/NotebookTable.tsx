import { ReactNode, useMemo } from 'react';
import { Table } from '@backstage/ui';
import { NotebookServerPage } from '@millrace/backstage-plugin-data-platform-common';
import { PAGE_SIZES } from '@millrace/backstage-plugin-data-platform-react';
import { NotebookFilter } from './NotebookFilter';
import { notebookColumns, NotebookRow } from './notebookColumns';
import tableStyles from '../../overview/ResourceTable.module.css';

/** One page of notebook servers, to choose from; the server sorts and pages. */
export function NotebookTable(props: {
  page: NotebookServerPage | undefined;
  filter: NotebookFilter;
  /** The rows shown are of the query before. */
  pending: boolean;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onChange: (patch: Partial<NotebookFilter>) => void;
  empty: ReactNode;
}) {
  const { page, filter, pending, selected, onSelect, onChange, empty } = props;
  const rows = useMemo<NotebookRow[] | undefined>(
    () => page?.items.map(server => ({ id: server.resource.id, server })),
    [page],
  );
  const { currency, idleAfterMinutes = 60 } = page ?? {};
  const columns = useMemo(
    () =>
      notebookColumns({ currency, idleAfterSeconds: idleAfterMinutes * 60 }),
    [currency, idleAfterMinutes],
  );
  const offset = (filter.page - 1) * filter.pageSize;
  const total = page?.total ?? 0;
  return (
    <div className={tableStyles.table}>
      <Table<NotebookRow>
        columnConfig={columns}
        data={rows}
        isPending={!page}
        isStale={pending}
        emptyState={empty}
        selection={{
          mode: 'multiple',
          behavior: 'toggle',
          selected: new Set(selected),
          onSelectionChange: keys =>
            onSelect(
              keys === 'all'
                ? new Set(rows?.map(({ id }) => id))
                : new Set([...keys].map(String)),
            ),
        }}
        pagination={
          total === 0
            ? { type: 'none' }
            : {
                type: 'page',
                pageSize: filter.pageSize,
                pageSizeOptions: PAGE_SIZES,
                offset,
                totalCount: total,
                hasNextPage: offset + filter.pageSize < total,
                hasPreviousPage: filter.page > 1,
                onNextPage: () => onChange({ page: filter.page + 1 }),
                onPreviousPage: () => onChange({ page: filter.page - 1 }),
                onPageSizeChange: pageSize => onChange({ pageSize }),
              }
        }
      />
    </div>
  );
}
