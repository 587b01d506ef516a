import { Clock } from '../../clusters/Clock';
import { LiveOptions } from '../options/LiveOptions';
import { WorkspaceKindFacts } from '../options/workspaceKind';

/** How old what is known of a cluster may be before it is read again, ms. */
const FRESH_MS = 5 * 60_000;

interface Known {
  kinds: ReadonlyMap<string, WorkspaceKindFacts>;
  at: number;
}

/**
 * What lists need of WorkspaceKinds: how an image is called and at which port it serves. Looked up at once; read in the
 * background, once in five minutes for a cluster, however many look.
 */
export class WorkspaceKinds {
  readonly #read: (source: string) => ReturnType<LiveOptions['allKinds']>;
  readonly #clock: Clock;
  readonly #known = new Map<string, Known>();
  readonly #reading = new Set<string>();

  /** @param read - the kinds of a cluster, as the portal */
  constructor(
    read: (source: string) => ReturnType<LiveOptions['allKinds']>,
    clock: Clock,
  ) {
    this.#read = read;
    this.#clock = clock;
  }

  /** Undefined where the kind is not known (yet). */
  of(source: string, kind: string): WorkspaceKindFacts | undefined {
    const known = this.#known.get(source);
    if (!known || this.#clock.now() - known.at >= FRESH_MS) {
      this.#refresh(source);
    }
    return known?.kinds.get(kind);
  }

  #refresh(source: string): void {
    if (this.#reading.has(source)) return;
    this.#reading.add(source);
    this.#read(source)
      .then(kinds => new Map(kinds.map(kind => [kind.name, kind])))
      // What was known before stands, and is asked for again in a while.
      .catch(() => this.#known.get(source)?.kinds ?? new Map())
      .then(kinds => {
        this.#known.set(source, { kinds, at: this.#clock.now() });
        this.#reading.delete(source);
      });
  }
}
