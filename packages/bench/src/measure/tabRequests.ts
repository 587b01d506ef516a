import { setTimeout as sleep } from 'node:timers/promises';
import { FrameBook } from '../load/FrameBook';
import { inParallel } from '../load/inParallel';
import { Stream } from '../load/Stream';
import { BACKGROUND, RequestClass } from '../servers/requestClass';
import { RequestCounts } from '../servers/RequestLog';
import { Bench, change, requests } from './Bench';

/** Requests of one stretch of time to all API servers. */
export interface RequestWindow {
  total: number;
  byClass: Partial<Record<RequestClass, number>>;
}

/** B4: what open tabs cost the API servers. */
export interface TabRequests {
  sessions: number;
  seconds: number;
  changes: number;
  /** Reads that the sessions made of the portal meanwhile. */
  reads: number;
  /** The same time with the same number of changes, and nobody looking. */
  without: RequestWindow;
  with: RequestWindow;
  /** Requests with the tabs open that are not the portal's own background (watches that are renewed, discovery). */
  marginal: number;
}

const OPEN_AT_ONCE = 10;

export async function measureTabRequests(bench: Bench): Promise<TabRequests> {
  const { sessions, changes, seconds } = bench.scale.b4;
  const stretch = async (): Promise<RequestWindow> => {
    const before = await requests(bench);
    const over = sleep(seconds * 1000);
    await change(bench, changes, changes / (seconds * 0.8));
    await over;
    return difference(before, await requests(bench));
  };
  const without = await stretch();
  const tabs = new Tabs(bench);
  // Opening belongs to what tabs do.
  const before = await requests(bench);
  try {
    await tabs.open(sessions);
    await stretch();
    await tabs.idle();
    const withTabs = difference(before, await requests(bench));
    return {
      sessions,
      seconds,
      changes,
      reads: tabs.reads,
      without,
      with: withTabs,
      marginal: marginal(withTabs),
    };
  } finally {
    tabs.close();
  }
}

/** Sessions as the page of a job makes them: a stream, and reads at the start and whenever the job changes. */
class Tabs {
  reads = 0;
  readonly #bench: Bench;
  readonly #streams: Stream[] = [];
  readonly #pending = new Set<Promise<void>>();

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  async open(count: number): Promise<void> {
    const { portal, tokens, places } = this.#bench;
    const jobs = places.flatMap(place => place.jobs.map(job => job.name));
    const book = new FrameBook();
    await inParallel(count, OPEN_AT_ONCE, async index => {
      const token = tokens[index % tokens.length];
      const job = jobs[index % jobs.length];
      const stream = await Stream.open({
        portalUrl: portal.url,
        token,
        book,
        onFrame: frame => {
          if (frame.entityRefs.has(`component:default/${job}`)) {
            this.#later(this.#page(job, token));
          }
        },
      });
      this.#streams.push(stream);
      await this.#page(job, token);
    });
  }

  /** Resolves when all reads are done. */
  async idle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  close(): void {
    for (const stream of this.#streams) stream.close();
  }

  #later(reading: Promise<void>): void {
    this.#pending.add(reading);
    void reading.finally(() => this.#pending.delete(reading)).catch(() => {});
  }

  async #page(job: string, token: string): Promise<void> {
    const api = '/api/data-platform/v1';
    const scope = `entityRef=component:default/${job}`;
    for (const path of [
      `jobs/default/${job}`,
      `runs?${scope}`,
      `resources?${scope}`,
      `summary?${scope}`,
      'sources',
    ]) {
      await this.#bench.portal.get(`${api}/${path}`, token);
      this.reads += 1;
    }
  }
}

export function difference(
  before: RequestCounts,
  after: RequestCounts,
): RequestWindow {
  const byClass: RequestWindow['byClass'] = {};
  for (const [name, count] of Object.entries(after.byClass)) {
    const kind = name as RequestClass;
    const more = count - (before.byClass[kind] ?? 0);
    if (more > 0) byClass[kind] = more;
  }
  return { total: after.total - before.total, byClass };
}

export function marginal({ byClass }: RequestWindow): number {
  let count = 0;
  for (const [kind, more] of Object.entries(byClass)) {
    if (!BACKGROUND.has(kind as RequestClass)) count += more;
  }
  return count;
}
