import { ReactNode, useMemo } from 'react';
import { Table } from '@backstage/ui';
import { NotebookServerPage } from '@millrace/backstage-plugin-data-platform-common';
import { pagePagination } from '@millrace/backstage-plugin-data-platform-react';
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
        pagination={pagePagination(filter, page?.total ?? 0, onChange)}
      />
    </div>
  );
}
