import {
  Assessment,
  PlatformResource,
  ResourceLink,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  RunFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { Clock } from '../clusters/Clock';
import { HistoryStore } from '../history/types';
import { Entry } from './Entry';
import { runRecord, supersededRun } from './runRecord';

const RETRY_MS = 250;
/** Entries that are told again at once: each fills the queue by one. */
const RETRY_BATCH = 500;
/** A failure that is older was told by another process, or its pod is long gone. */
const FRESH_MS = 15 * 60_000;

/** What the recorder needs of its surroundings. */
export interface RunRecorderOptions {
  history: HistoryStore;
  clock: Clock;
  now(source: string): number;
  links(entry: Entry): readonly ResourceLink[];
  /** Called once for each attempt that failed, while its pods may still be there. */
  onFailedRun?(resource: PlatformResource, run: RunFacts): void;
}

/** Tells the history about runs: every change of verdict as it happens, and each attempt once it is over. */
export class RunRecorder {
  readonly #options: RunRecorderOptions;
  readonly #waiting = new Set<Entry>();
  #again: (entry: Entry) => void = () => {};
  #scheduled = false;

  constructor(options: RunRecorderOptions) {
    this.#options = options;
  }

  /** How to judge an entry again, and so to tell again what the history was too busy for. */
  retryBy(again: (entry: Entry) => void): void {
    this.#again = again;
  }

  /** Another attempt has begun under the same object. One that did not end on its own was cut off by that. */
  attemptEnded(entry: Entry): void {
    const { run } = entry;
    entry.run = undefined;
    if (run?.record && !run.record.outcome) {
      const now = this.#options.now(entry.source);
      this.#options.history.record(supersededRun(run.record, now));
    }
  }

  /** @param watched - the change was seen as it happened, not found in a list */
  observe(
    entry: Entry,
    row: PlatformResource,
    assessment: Assessment,
    facts: RunFacts,
    ctx: AssessContext,
    watched: boolean,
  ): void {
    const outcome = facts.outcome ?? assessment.outcome;
    const { run, print } = runRecord(
      { row, assessment, facts, ctx },
      entry.object,
    );
    const endedAs = entry.run?.endedAs;
    if (entry.run?.print === print || isAftermath(assessment, endedAs)) {
      return;
    }
    if (!watched && this.#options.history.saturated) {
      this.#wait(entry);
      return;
    }
    this.#waiting.delete(entry);
    const links = outcome ? this.#options.links(entry) : undefined;
    this.#options.history.record(links?.length ? { ...run, links } : run);
    // Of a run that is over nothing but the print is needed again.
    entry.run = outcome
      ? { print, endedAs: endedAs ?? assessment.health }
      : { print, record: run };
    if (outcome === 'failed' && !endedAs && (watched || fresh(facts, ctx))) {
      this.#options.onFailedRun?.(row, facts);
    }
  }

  /** The object is gone. `seen`: its end was watched. */
  gone(entry: Entry, seen: boolean): void {
    this.#waiting.delete(entry);
    const at = new Date(this.#options.now(entry.source)).toISOString();
    this.#options.history.recordGone(entry.source, entry.uid, at, { seen });
  }

  /** True while the entry has not been told because the history is busy. */
  isWaiting(entry: Entry): boolean {
    return this.#waiting.has(entry);
  }

  #wait(entry: Entry): void {
    this.#waiting.add(entry);
    if (!this.#scheduled) {
      this.#scheduled = true;
      this.#options.clock.after(RETRY_MS, () => this.#retry());
    }
  }

  #retry(): void {
    this.#scheduled = false;
    let left = this.#options.history.saturated ? 0 : RETRY_BATCH;
    for (const entry of this.#waiting) {
      if (left === 0) {
        break;
      }
      left -= 1;
      this.#waiting.delete(entry);
      this.#again(entry);
    }
    if (this.#waiting.size > 0 && !this.#scheduled) {
      this.#scheduled = true;
      this.#options.clock.after(RETRY_MS, () => this.#retry());
    }
  }
}

/** The verdict tells of what comes after the attempt (a retry, a resume), not of how it ended. */
function isAftermath(
  assessment: Assessment,
  endedAs: Assessment['health'] | undefined,
): boolean {
  return (
    endedAs !== undefined &&
    assessment.outcome === undefined &&
    assessment.health !== endedAs
  );
}

function fresh(facts: RunFacts, ctx: AssessContext): boolean {
  return (
    facts.finishedAt !== undefined && ctx.now - facts.finishedAt < FRESH_MS
  );
}
