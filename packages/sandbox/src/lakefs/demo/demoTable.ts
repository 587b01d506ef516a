import { createHash } from 'node:crypto';
import { LakeFs } from '../LakeFs';
import { Repository } from '../model/Repository';
import { findObject, upload } from '../operations/objects';
import { Column, parquetFile } from './parquetFile';

/** What a metadata file of the demo says, in the form of Iceberg's. */
export interface TableMetadata {
  'format-version': 2;
  location: string;
  'last-updated-ms': number;
  schemas: { 'schema-id': number; type: 'struct'; fields: readonly object[] }[];
  'current-schema-id': number;
  'current-snapshot-id': number;
  snapshots: { 'snapshot-id': number; summary: Record<string, string> }[];
}

export interface Append {
  /** Folder of the table, such as `tables/orders`. */
  table: string;
  columns: readonly Column[];
  /** Partition of the new file, such as `order_date=2026-11-21`. */
  partition: string;
  records: number;
  /** Tells files of one partition apart. */
  writer: string;
  /** Milliseconds since the epoch. */
  at: number;
}

const BYTES_A_RECORD = 24;

/**
 * Appends to a table in a layout like Iceberg's: a data file, the next metadata file, and the pointer to it. So two branches that
 * append to one table are in conflict, as with Iceberg itself.
 */
export function appendToTable(
  lakeFs: LakeFs,
  repository: Repository,
  branch: string,
  append: Append,
): void {
  const { table, columns, partition, records, writer } = append;
  const put = (path: string, bytes: Uint8Array, contentType: string) =>
    upload(lakeFs, repository, branch, { path, bytes, contentType });
  const { version, metadata } = readTable(lakeFs, repository, branch, table);
  const hash = createHash('sha256').update(`${table}${partition}${writer}`);
  const id = hash.digest('hex').slice(0, 12);
  const bytes = parquetFile(columns, 400 + records * BYTES_A_RECORD);
  put(
    `${table}/data/${partition}/00000-0-${id}.parquet`,
    bytes,
    'application/vnd.apache.parquet',
  );
  const next = nextMetadata(metadata, append, version + 1);
  put(
    `${table}/metadata/v${version + 1}.metadata.json`,
    Buffer.from(`${JSON.stringify(next, null, 2)}\n`),
    'application/json',
  );
  put(
    `${table}/metadata/version-hint.text`,
    Buffer.from(`${version + 1}\n`),
    'text/plain',
  );
}

/** The state of a table; version 0 where there is none. */
export function readTable(
  lakeFs: LakeFs,
  repository: Repository,
  ref: string,
  table: string,
): { version: number; metadata?: TableMetadata } {
  const text = (path: string) => {
    const entry = findObject(repository, ref, path);
    const bytes = entry && lakeFs.blobs.get(entry.physicalAddress);
    return bytes && Buffer.from(bytes).toString('utf8');
  };
  const version = Number(text(`${table}/metadata/version-hint.text`) ?? 0);
  const json = text(`${table}/metadata/v${version}.metadata.json`);
  return { version, metadata: json ? JSON.parse(json) : undefined };
}

function nextMetadata(
  before: TableMetadata | undefined,
  { table, columns, records, at }: Append,
  snapshotId: number,
): TableMetadata {
  const fields = columns.map(({ name, type }, index) => ({
    id: index + 1,
    name,
    required: index === 0,
    type,
  }));
  return {
    'format-version': 2,
    location: table,
    'last-updated-ms': at,
    schemas: [{ 'schema-id': 0, type: 'struct', fields }],
    'current-schema-id': 0,
    'current-snapshot-id': snapshotId,
    snapshots: [
      ...(before?.snapshots ?? []),
      {
        'snapshot-id': snapshotId,
        summary: { operation: 'append', 'added-records': String(records) },
      },
    ],
  };
}
