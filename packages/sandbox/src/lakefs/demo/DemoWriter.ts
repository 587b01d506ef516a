import type { LakeFs } from '../LakeFs';
import type { Repository } from '../model/Repository';
import { createBranch } from '../operations/branches';
import { commit } from '../operations/commits';
import type { Column } from './parquetFile';
import { appendToTable } from './demoTable';

export const DAY_MS = 24 * 3_600_000;

export const ORDERS: readonly Column[] = [
  { name: 'order_id', type: 'long' },
  { name: 'customer_id', type: 'long' },
  { name: 'ordered_at', type: 'timestamp' },
  { name: 'country', type: 'string' },
  { name: 'price', type: 'decimal(10,2)' },
];

export const CUSTOMERS: readonly Column[] = [
  { name: 'customer_id', type: 'long' },
  { name: 'name', type: 'string' },
  { name: 'country', type: 'string' },
  { name: 'since', type: 'date' },
];

/** What the portal notes of a branch in the metadata of its commits. */
export interface BranchNote {
  user: string;
  purpose?: string;
  /** Milliseconds since the epoch. */
  expiresAt?: number;
}

export interface DemoCommit {
  branch: string;
  message: string;
  at: number;
  note: BranchNote;
}

/** Writes to the repository of the demo, at moments in the past. */
export class DemoWriter {
  readonly repository: Repository;
  private readonly lakeFs: LakeFs;

  constructor(lakeFs: LakeFs, repository: Repository) {
    this.lakeFs = lakeFs;
    this.repository = repository;
  }

  async branch(name: string, source = 'main'): Promise<void> {
    await createBranch(this.lakeFs, this.repository, { name, source });
  }

  append(
    branch: string,
    table: 'orders' | 'customers',
    at: number,
    more: {
      columns?: readonly Column[];
      records?: number;
      writer?: string;
    } = {},
  ): void {
    const day = new Date(at).toISOString().slice(0, 10);
    const orders = table === 'orders';
    appendToTable(this.lakeFs, this.repository, branch, {
      table: `tables/${table}`,
      columns: more.columns ?? (orders ? ORDERS : CUSTOMERS),
      partition: `${orders ? 'order_date' : 'load_date'}=${day}`,
      records: more.records ?? (orders ? 1_800 : 240),
      writer: more.writer ?? branch,
      at,
    });
  }

  async commit({ branch, message, at, note }: DemoCommit): Promise<string> {
    const { id } = await commit(this.lakeFs, this.repository, branch, {
      message,
      date: Math.floor(at / 1000),
      metadata: metadataOf(this.repository.info.id, note),
    });
    return id;
  }
}

function metadataOf(
  repository: string,
  { user, purpose, expiresAt }: BranchNote,
) {
  return {
    'millrace.dev/user': `user:default/${user}`,
    'millrace.dev/entity': `resource:default/${repository}`,
    'millrace.dev/owner': `user:default/${user}`,
    ...(purpose && { 'millrace.dev/purpose': purpose }),
    ...(expiresAt && {
      'millrace.dev/expires': new Date(expiresAt).toISOString(),
    }),
  };
}
