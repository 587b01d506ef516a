import { ReactNode, useMemo } from 'react';
import { Table } from '@backstage/ui';
import {
  AdoptableJob,
  AdoptionPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { JobRow, jobColumns } from './jobColumns';
import styles from './adopt.module.css';

/** One page of jobs, with a box before each that can be adopted. */
export function JobsTable(props: {
  page: AdoptionPage;
  stale: boolean;
  pageSize: number;
  offset: number;
  onOffset: (offset: number) => void;
  chosen: ReadonlyMap<string, AdoptableJob>;
  onChoose: (chosen: ReadonlyMap<string, AdoptableJob>) => void;
  empty: ReactNode;
}) {
  const { page, pageSize, offset, onOffset, chosen, onChoose } = props;
  const rows = useMemo<JobRow[]>(
    () => page.jobs.map(job => ({ ...job, id: job.key })),
    [page.jobs],
  );
  const able = rows.filter(({ adoptable }) => adoptable !== false);
  const change = (keys: 'all' | Iterable<string | number>) => {
    const now = new Set(keys === 'all' ? able.map(({ id }) => id) : keys);
    const after = new Map(chosen);
    for (const row of able) {
      if (now.has(row.id)) {
        after.set(row.key, row);
      } else {
        after.delete(row.key);
      }
    }
    onChoose(after);
  };
  const total = page.totalJobs;
  return (
    <div className={styles.table}>
      <Table<JobRow>
        columnConfig={jobColumns}
        data={rows}
        isStale={props.stale}
        emptyState={props.empty}
        selection={{
          mode: 'multiple',
          behavior: 'toggle',
          selected: new Set(chosen.keys()),
          onSelectionChange: change,
        }}
        rowConfig={{ getIsDisabled: row => row.adoptable === false }}
        pagination={
          total <= pageSize
            ? { type: 'none' }
            : {
                type: 'page',
                pageSize,
                pageSizeOptions: [],
                offset,
                totalCount: total,
                hasNextPage: offset + pageSize < total,
                hasPreviousPage: offset > 0,
                onNextPage: () => onOffset(offset + pageSize),
                onPreviousPage: () => onOffset(Math.max(0, offset - pageSize)),
              }
        }
      />
    </div>
  );
}
