import { ReactNode, useMemo } from 'react';
import { Cell, ColumnConfig, Table } from '@backstage/ui';
import { RiFileLine, RiFolder3Line } from '@remixicon/react';
import { LakefsObject } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatBytes,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './objects.module.css';

type Row = LakefsObject & { id: string; name: string };

const columns: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    minWidth: 240,
    defaultWidth: '4fr',
    cell: row => (
      <Cell>
        <span className={styles.name}>
          {row.folder ? <RiFolder3Line size={16} /> : <RiFileLine size={16} />}
          <span title={row.path}>{row.name}</span>
        </span>
      </Cell>
    ),
  },
  {
    id: 'size',
    label: 'Size',
    minWidth: 90,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        {row.sizeBytes === undefined ? '' : formatBytes(row.sizeBytes)}
      </Cell>
    ),
  },
  {
    id: 'written',
    label: 'Written',
    minWidth: 110,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        {row.modifiedAt !== undefined && (
          <RelativeTime at={new Date(row.modifiedAt).toISOString()} />
        )}
      </Cell>
    ),
  },
];

/** A page of a folder; a row opens the folder or the object. */
export function ObjectTable(props: {
  items: readonly LakefsObject[] | undefined;
  prefix: string;
  empty: ReactNode;
  onOpen: (object: LakefsObject) => void;
}) {
  const { items, prefix, empty, onOpen } = props;
  const rows = useMemo<Row[] | undefined>(
    () =>
      items?.map(item => ({
        ...item,
        id: item.path,
        name: item.path.slice(prefix.length) || item.path,
      })),
    [items, prefix],
  );
  return (
    <div className={styles.table}>
      <Table<Row>
        columnConfig={columns}
        data={rows}
        isPending={!rows}
        emptyState={empty}
        pagination={{ type: 'none' }}
        rowConfig={{ onClick: onOpen }}
      />
    </div>
  );
}
