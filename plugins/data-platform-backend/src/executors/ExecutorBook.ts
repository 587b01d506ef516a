import {
  AssessContext,
  RunFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { Clock } from '../clusters/Clock';
import { HistoryStore } from '../history/types';
import { runId } from '../history/runId';
import {
  ExecutorActivity,
  ExecutorReading,
} from '../sparkNumbers/ExecutorActivity';
import { AttemptUsage, isExecutor } from './AttemptUsage';
import { Figures, figuresOf } from './figures';
import { UsageRecord } from './UsageRecord';

/** While executors come and go, the history is told no more often than this. */
const TELL_MS = 30_000;
/** An executor cannot have come and gone unseen so soon after its driver's start. */
const UNSEEN_MS = 5_000;

/** The live object that runs, as far as the book needs it. */
export interface Runner {
  readonly source: string;
  readonly uid: string;
  /** When the portal saw the object first, by the clock of the cluster. */
  readonly firstSeen: number;
}

interface Page {
  attempt: string;
  /** Absent once all is told: then the history has it. */
  usage?: AttemptUsage;
  /** Set once all is told. */
  figures?: Figures;
  toldAt: number;
}

export interface ExecutorBookOptions {
  history: Pick<HistoryStore, 'recordUsage'>;
  clock: Clock;
  /** Now by the clock of the source. */
  now(source: string): number;
}

/** The executors of all attempts that go on, from the pods that the index watches. No request is made for it. */
export class ExecutorBook<R extends Runner = Runner>
  implements ExecutorActivity
{
  readonly #options: ExecutorBookOptions;
  readonly #pages = new Map<R, Page>();
  readonly #byRun = new Map<string, AttemptUsage>();

  constructor(options: ExecutorBookOptions) {
    this.#options = options;
  }

  /** Something about the run or its pods has changed. */
  watch(runner: R, run: RunFacts, ctx: AssessContext): void {
    const known = this.#pages.get(runner);
    if (known && known.attempt !== run.attempt) this.close(runner);
    const page = this.#pages.get(runner) ?? this.#open(runner, run, ctx);
    if (!page?.usage) return;
    const ended = run.outcome !== undefined;
    const news = page.usage.observe(ctx, {
      wanted: run.executors,
      complete: runner.firstSeen <= beginOf(run, ctx) + UNSEEN_MS,
      ended,
    });
    const over = ended && !page.usage.open;
    const now = this.#options.clock.now();
    if (over || (news && now - page.toldAt >= TELL_MS)) {
      this.#tell(page, now);
    }
    if (over) this.#settle(page);
  }

  /** The attempt is over, or its object is gone: what is known of it is told. */
  close(runner: R): void {
    const page = this.#pages.get(runner);
    if (!page) return;
    if (page.usage) {
      this.#tell(page, this.#options.clock.now());
      this.#byRun.delete(page.usage.id);
    }
    this.#pages.delete(runner);
  }

  /** The portal stops: what is known of all that goes on is told. */
  stop(): void {
    for (const runner of [...this.#pages.keys()]) this.close(runner);
  }

  observe({ source, uid, attempt, at, busy }: ExecutorReading): void {
    const usage = this.#byRun.get(runId(source, uid, attempt));
    const skew = this.#options.now(source) - this.#options.clock.now();
    usage?.busy(at + skew, busy);
  }

  /** What is known of an attempt that goes on; of one that is over, and of one that has no executors, nothing. */
  of(runner: R): UsageRecord | undefined {
    return this.#pages.get(runner)?.usage?.record();
  }

  /** What the attempt has used up; nothing where no executor of it was ever seen. */
  figures(runner: R): Figures | undefined {
    const page = this.#pages.get(runner);
    return page?.usage ? figuresOf(page.usage.record()) : page?.figures;
  }

  #open(runner: R, run: RunFacts, ctx: AssessContext): Page | undefined {
    const seen = [...ctx.pods, ...(ctx.gonePods ?? [])].some(isExecutor);
    if (!seen) return undefined;
    const usage = new AttemptUsage(
      runId(runner.source, runner.uid, run.attempt),
    );
    // The first telling comes with the first news after a while: most runs have all their executors at once.
    const page = {
      attempt: run.attempt,
      usage,
      toldAt: this.#options.clock.now(),
    };
    this.#pages.set(runner, page);
    this.#byRun.set(usage.id, usage);
    return page;
  }

  #tell(page: Page, now: number): void {
    if (!page.usage) return;
    page.toldAt = now;
    this.#options.history.recordUsage(page.usage.id, page.usage.record());
  }

  #settle(page: Page): void {
    if (!page.usage) return;
    this.#byRun.delete(page.usage.id);
    page.figures = figuresOf(page.usage.record());
    page.usage = undefined;
  }
}

/** When the attempt's driver began, as far as is known. */
function beginOf(run: RunFacts, ctx: AssessContext): number {
  return run.startedAt ?? run.submittedAt ?? ctx.now;
}
