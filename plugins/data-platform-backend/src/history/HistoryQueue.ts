import {
  SparkNumbers,
  VerdictChange,
} from '@millrace/backstage-plugin-data-platform-common';
import { mergeUsage, UsageRecord } from '../executors/UsageRecord';
import { LogTail, RunRecord } from './types';

/** A change of verdict with its outcome, which tells two of one reason apart. */
export type RecordedChange = VerdictChange & {
  outcome?: RunRecord['outcome'];
};

/** Something that waits to be written. */
export type PendingWrite =
  | {
      type: 'run';
      run: RunRecord;
      changes: readonly RecordedChange[];
      recordedAt: number;
    }
  | { type: 'log'; runId: string; tail: LogTail }
  | { type: 'numbers'; runId: string; numbers: SparkNumbers }
  | { type: 'usage'; runId: string; usage: UsageRecord }
  | { type: 'definition'; hash: string; yaml: string; recordedAt: number }
  | {
      type: 'gone';
      source: string;
      uid: string;
      at: string;
      seen: boolean;
    }
  | {
      type: 'reconcile';
      source: string;
      group: string;
      kind: string;
      namespace?: string;
      present: ReadonlySet<string>;
      at: string;
      recordedAt: number;
    };

const MAX_CHANGES = 50;
/** What is given up rather than that a run ended. */
const DETAILS: ReadonlySet<PendingWrite['type']> = new Set([
  'log',
  'numbers',
  'usage',
]);

/**
 * What waits to be written, in order, a run once. It is bounded by giving up what will be told again: first runs that
 * have not ended, then the details of those that have. That a run ended, and how, is never given up.
 */
export class HistoryQueue {
  readonly #writes = new Map<string, PendingWrite>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#writes.size;
  }

  add(write: PendingWrite): void {
    const key = keyOf(write);
    const waiting = this.#writes.get(key);
    this.#writes.set(key, waiting ? later(waiting, write) : write);
    if (this.#writes.size > this.#capacity) {
      this.#shrink();
    }
  }

  /** The first `count`; they stay until they are {@link done}. */
  peek(count: number): PendingWrite[] {
    const first: PendingWrite[] = [];
    for (const write of this.#writes.values()) {
      if (first.length === count) {
        break;
      }
      first.push(write);
    }
    return first;
  }

  /** Written. What was told anew in the meantime stays. */
  done(writes: readonly PendingWrite[]): void {
    for (const write of writes) {
      const key = keyOf(write);
      if (this.#writes.get(key) === write) {
        this.#writes.delete(key);
      }
    }
  }

  #shrink(): void {
    for (const [key, write] of this.#writes) {
      if (write.type === 'run' && !write.run.outcome) {
        this.#writes.delete(key);
        return;
      }
    }
    for (const [key, write] of this.#writes) {
      if (DETAILS.has(write.type)) {
        this.#writes.delete(key);
        return;
      }
      if (write.type === 'run' && write.run.pods) {
        const { pods: _pods, links: _links, ...run } = write.run;
        const assessment = { ...run.assessment, evidence: [], remedies: [] };
        this.#writes.set(key, { ...write, run: { ...run, assessment } });
        return;
      }
    }
  }
}

/** Two writes of one key. */
function later(waiting: PendingWrite, write: PendingWrite): PendingWrite {
  if (waiting.type === 'run' && write.type === 'run') {
    return laterRun(waiting, write);
  }
  if (waiting.type === 'log' && write.type === 'log') {
    return 'missing' in write.tail ? waiting : write;
  }
  return waiting.type === 'usage' && write.type === 'usage'
    ? { ...write, usage: mergeUsage(waiting.usage, write.usage) }
    : write;
}

type RunWrite = Extract<PendingWrite, { type: 'run' }>;

function laterRun(waiting: RunWrite, write: RunWrite): RunWrite {
  // How it ended stands, as in the database: what comes after the end is another story.
  const ended = waiting.run.outcome && !write.run.outcome;
  const changes = [...waiting.changes];
  for (const change of write.changes) {
    const last = changes.at(-1);
    if (!sameVerdict(last, change)) {
      changes.push(inOrder(last, change));
    }
  }
  return {
    type: 'run',
    run: ended ? waiting.run : write.run,
    changes: changes.slice(-MAX_CHANGES),
    recordedAt: waiting.recordedAt,
  };
}

/** The change, later than the one before: a condition may be known to have begun before the last one was seen. */
export function inOrder<T extends RecordedChange>(
  last: RecordedChange | undefined,
  change: T,
): T {
  const earliest = last ? Date.parse(last.at) + 1 : -Infinity;
  return Date.parse(change.at) >= earliest
    ? change
    : { ...change, at: new Date(earliest).toISOString() };
}

/** Whether a change only repeats what was said. */
export function sameVerdict(
  a: RecordedChange | undefined,
  b: RecordedChange,
): boolean {
  return (
    a?.health === b.health && a.reason === b.reason && a.outcome === b.outcome
  );
}

function keyOf(write: PendingWrite): string {
  switch (write.type) {
    case 'run':
      return `run ${write.run.id}`;
    case 'log':
      return `log ${write.runId}`;
    case 'numbers':
      return `numbers ${write.runId}`;
    case 'usage':
      return `usage ${write.runId}`;
    case 'definition':
      return `definition ${write.hash}`;
    case 'gone':
      return `gone ${write.source} ${write.uid}`;
    default:
      return `reconcile ${write.source} ${write.kind}.${write.group} ${
        write.namespace ?? ''
      }`;
  }
}
