import { FrameBook } from './FrameBook';
import { inParallel } from './inParallel';
import { Portal } from './Portal';
import { Stream } from './Stream';

const OPEN_AT_ONCE = 10;

/** Sessions as the page of a job makes them: a stream, and reads at the start and whenever the job changes. */
export class Tabs {
  reads = 0;
  readonly #portal: Portal;
  readonly #tokens: readonly string[];
  readonly #jobs: readonly string[];
  readonly #streams: Stream[] = [];
  readonly #pending = new Set<Promise<void>>();

  constructor(
    portal: Portal,
    tokens: readonly string[],
    jobs: readonly string[],
  ) {
    this.#portal = portal;
    this.#tokens = tokens;
    this.#jobs = jobs;
  }

  async open(count: number): Promise<void> {
    const book = new FrameBook();
    await inParallel(count, OPEN_AT_ONCE, async index => {
      const token = this.#tokens[index % this.#tokens.length];
      const job = this.#jobs[index % this.#jobs.length];
      const stream = await Stream.open({
        portalUrl: this.#portal.url,
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
      await this.#portal.get(`${api}/${path}`, token);
      this.reads += 1;
    }
  }
}
