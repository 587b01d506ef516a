import { Figures, PartName } from './report/Figures';

/** What each part of a run is called while it is taken, and where it is told of. */
export const PART_TITLES: Readonly<Record<PartName, string>> = {
  alone: 'B3, B5: the plugin alone',
  lakefs: 'B13: lakeFS',
  coldStart: 'Cold start of the portal',
  reads: 'B2: reads',
  tabs: 'B4: what tabs cost the API servers',
  changes: 'B7: changes',
  creation: 'B11: creating',
  browser: 'B9, B10: in a browser',
  outage: 'B12: a cluster is away',
  streams: 'B1: streams',
  fanOut: 'The kubernetes plugin on the same servers',
};

export interface PartsOptions {
  /** Ends the run: what is taken then fails with its reason. */
  stop: AbortSignal;
  /** The longest that one part may take, ms. */
  partMs: number;
  /** The longest that all parts may take together, from now on, ms. */
  allMs: number;
  onStage(stage: string): void;
}

/** Takes the parts of a run one after another. One that fails is told of, and the others are taken all the same. */
export class Parts {
  readonly figures: Figures = { problems: {}, seconds: {} };
  readonly #options: PartsOptions;
  readonly #over: AbortSignal;

  constructor(options: PartsOptions) {
    this.#options = options;
    this.#over = AbortSignal.timeout(options.allMs);
  }

  /**
   * @param act - gets a signal that ends when its time is over; what it does after that is nobody's
   * @returns whether there are figures now
   * @throws the reason of `stop`, and nothing else
   */
  async take<P extends PartName>(
    part: P,
    act: (signal: AbortSignal) => Promise<Figures[P]>,
  ): Promise<boolean> {
    const { stop, partMs, onStage } = this.#options;
    const { figures } = this;
    const signal = AbortSignal.any([
      stop,
      this.#over,
      AbortSignal.timeout(partMs),
    ]);
    const started = performance.now();
    onStage(`${PART_TITLES[part]} ...`);
    try {
      figures[part] = await inTime(act, signal);
      return true;
    } catch (error) {
      stop.throwIfAborted();
      figures.problems[part] = reason(error, this.#over.aborted);
      onStage(`  not measured: ${figures.problems[part]}`);
      return false;
    } finally {
      const seconds = Math.round((performance.now() - started) / 1000);
      figures.seconds[part] = seconds;
      onStage(`  ${seconds} s`);
    }
  }
}

function inTime<T>(
  act: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
  return Promise.race([act(signal), late]);
}

function reason(error: unknown, over: boolean): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return over ? 'the time of the whole size was over' : 'not in its time';
  }
  return error instanceof Error ? error.message : String(error);
}
