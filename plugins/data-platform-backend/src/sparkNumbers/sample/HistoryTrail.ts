import { Clock } from '../../clusters/Clock';
import { SparkReading } from '../reduce/SparkReading';
import { SparkApi, SparkApiError } from '../rest/SparkApi';
import { readMemory } from './ReadMemory';
import { readSpark } from './readSpark';
import { SparkTarget } from './SparkTarget';

/** A History Server looks for new logs every 10 s by default (spark.history.fs.update.interval), and parses them then. */
const TRIES_MS = [20_000, 60_000, 300_000];
/** Applications that wait; beyond it the oldest is given up. */
const MAX_WAITING = 500;

export interface HistoryTrailOptions {
  clock: Clock;
  signal: AbortSignal;
  /** The History Server of a cluster, paced. */
  historyApi(source: string): SparkApi | undefined;
  /** False when it is poorer than what is known: the server has not read the whole log yet. */
  onReading(target: SparkTarget, reading: SparkReading): boolean;
}

/** Reads applications that have ended once more, from the History Server, when it has had time to know them. */
export class HistoryTrail {
  readonly #options: HistoryTrailOptions;
  readonly #waiting = new Map<string, () => void>();

  constructor(options: HistoryTrailOptions) {
    this.#options = options;
  }

  /** It has ended, and writes an event log. */
  follow(target: SparkTarget): void {
    const { applicationId, eventLog } = target.spark;
    if (
      eventLog &&
      applicationId &&
      this.#options.historyApi(target.source) !== undefined
    ) {
      this.#wait(target, 0);
    }
  }

  #wait(target: SparkTarget, tried: number): void {
    const { clock, signal } = this.#options;
    if (tried >= TRIES_MS.length || signal.aborted) {
      return;
    }
    const key = `${target.id} ${target.attempt}`;
    this.#waiting.get(key)?.();
    const cancel = clock.after(TRIES_MS[tried], () => {
      this.#waiting.delete(key);
      void this.#read(target, tried);
    });
    this.#waiting.set(key, cancel);
    const [oldest] = this.#waiting;
    if (this.#waiting.size > MAX_WAITING) {
      oldest[1]();
      this.#waiting.delete(oldest[0]);
    }
  }

  async #read(target: SparkTarget, tried: number): Promise<void> {
    const { clock, signal, historyApi, onReading } = this.#options;
    const api = historyApi(target.source);
    if (!api) {
      return;
    }
    try {
      const reading = await readSpark({
        api,
        from: 'history-server',
        applicationId: target.spark.applicationId,
        executorMemoryBytes: target.spark.executorMemoryBytes,
        memory: readMemory(),
        now: () => clock.now(),
        signal,
      });
      if (!onReading(target, reading)) {
        this.#wait(target, tried + 1);
      }
    } catch (error) {
      const fault = error instanceof SparkApiError ? error.fault : undefined;
      // A refusal stays one; all else may only be too early.
      if (fault !== 'forbidden' && fault !== 'denied') {
        this.#wait(target, tried + 1);
      }
    }
  }
}
