import { Staleness } from '@millrace/backstage-plugin-data-platform-common';
import { Entry } from './Entry';

/** Which rows a mark is on: all that have what it names. */
export interface StaleScope {
  source: string;
  group?: string;
  kind?: string;
  namespace?: string;
}

/** Marks on rows that can no longer be vouched for. */
export class StaleMarks {
  readonly #marks = new Map<string, { scope: StaleScope; mark: Staleness }>();

  /** Sets or (undefined) lifts the mark of this very scope. Returns whether anything differs. */
  set(scope: StaleScope, mark: Staleness | undefined): boolean {
    const key = JSON.stringify([
      scope.source,
      scope.group,
      scope.kind,
      scope.namespace,
    ]);
    if (!mark) {
      return this.#marks.delete(key);
    }
    const before = this.#marks.get(key)?.mark;
    this.#marks.set(key, { scope, mark });
    return before?.since !== mark.since || before.message !== mark.message;
  }

  /** The mark on an entry; of several the one that reaches back longest. */
  of(entry: Entry): Staleness | undefined {
    let oldest: Staleness | undefined;
    for (const { scope, mark } of this.#marks.values()) {
      if (covers(scope, entry) && (!oldest || mark.since < oldest.since)) {
        oldest = mark;
      }
    }
    return oldest;
  }
}

export function covers(scope: StaleScope, entry: Entry): boolean {
  const { kind, match } = entry.definition;
  return (
    scope.source === entry.source &&
    (scope.kind === undefined || scope.kind === kind) &&
    (scope.group === undefined || scope.group === match.group) &&
    (scope.namespace === undefined || scope.namespace === entry.namespace)
  );
}
