import {
  Fact,
  SparkNumbers,
} from '@millrace/backstage-plugin-data-platform-common';
import { FACT_PROGRESS } from '../store/RunNumbers';

/** Runs that have ended and whose numbers are kept at hand; the history has them all. */
const MAX_ENDED = 1_000;

interface Page {
  attempt: string;
  numbers: SparkNumbers;
  ended: boolean;
}

/** The newest numbers of the runs that the index holds, by the id of their row. */
export class NumbersBook {
  readonly #pages = new Map<string, Page>();
  readonly #ended = new Set<string>();

  /** @returns the numbers before, of the same attempt */
  put(
    id: string,
    attempt: string,
    numbers: SparkNumbers,
  ): SparkNumbers | undefined {
    const known = this.#pages.get(id);
    const same = known?.attempt === attempt ? known : undefined;
    if (!same) {
      this.#ended.delete(id);
    }
    this.#pages.set(id, { attempt, numbers, ended: same?.ended ?? false });
    return same?.numbers;
  }

  of(id: string, attempt: string | undefined): SparkNumbers | undefined {
    const page = this.#pages.get(id);
    return page && page.attempt === attempt ? page.numbers : undefined;
  }

  /** How far it is; nothing of a run that has ended. */
  facts(id: string, attempt: string | undefined): readonly Fact[] {
    const page = this.#pages.get(id);
    return page && page.attempt === attempt && !page.ended
      ? progressFact(page.numbers)
      : [];
  }

  end(id: string): void {
    const page = this.#pages.get(id);
    if (!page) {
      return;
    }
    page.ended = true;
    this.#ended.add(id);
    const [oldest] = this.#ended;
    if (this.#ended.size > MAX_ENDED) {
      this.delete(oldest);
    }
  }

  delete(id: string): void {
    this.#pages.delete(id);
    this.#ended.delete(id);
  }
}

/** `42 %, 3 of 5 stages`. */
export function progressFact({
  progress,
  stages,
}: SparkNumbers): readonly Fact[] {
  const known = stages.active + stages.complete + stages.pending;
  if (progress === undefined || known === 0) {
    return [];
  }
  // Rounded down: only what is done is 100 %.
  const value = `${Math.floor(progress * 100)} %, ${
    stages.complete
  } of ${known} stages`;
  return [{ key: FACT_PROGRESS, label: 'Progress', value }];
}
