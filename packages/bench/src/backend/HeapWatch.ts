import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MB = 2 ** 20;
const SAMPLE_MS = 25;

/** Heap of this process. */
export interface Memory {
  /** The most since it was asked last, with what was garbage then. */
  peakMb: number;
  /** What is left after a collection. */
  liveMb: number;
}

/** Samples the heap from its making on. Costs about a percent of a core: not for where CPU is measured. */
export class HeapWatch {
  #peak = 0;

  constructor() {
    setInterval(() => this.#sample(), SAMPLE_MS).unref();
  }

  read(): Memory {
    this.#sample();
    const peakMb = this.#peak / MB;
    this.#peak = 0;
    collectGarbage();
    return { peakMb, liveMb: process.memoryUsage().heapUsed / MB };
  }

  #sample(): void {
    this.#peak = Math.max(this.#peak, process.memoryUsage().heapUsed);
  }
}

/** The second time takes what finalizers of the first have let go. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  collect();
}
