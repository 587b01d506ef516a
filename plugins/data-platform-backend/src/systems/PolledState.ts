import { Source } from '@millrace/backstage-plugin-data-platform-common';
import {
  ResourceSource,
  ResourceSystem,
  SourceFault,
  SourceProbe,
} from '@millrace/backstage-plugin-data-platform-node';
import { Clock } from '../clusters/Clock';
import { outageSentence } from '../sources/sentences';
import { ObjectSink } from '../sources/types';

/** How it stands with a polled source, in the words of the list of sources; and the stale marks that follow from it. */
export class PolledState {
  readonly #system: ResourceSystem;
  readonly #source: ResourceSource;
  readonly #sink: ObjectSink;
  readonly #clock: Clock;
  /** By scope that could not be listed last time. */
  readonly #faults = new Map<string, { since: number; message: string }>();
  readonly #listedAt = new Map<string, number>();
  /** Scopes whose rows carry a mark. */
  readonly #marked = new Set<string>();
  #probe: SourceProbe | undefined;
  #fault: { fault: SourceFault; since: number } | undefined;
  #since: number;
  #lastContact: number | undefined;

  constructor(options: {
    system: ResourceSystem;
    source: ResourceSource;
    sink: ObjectSink;
    clock: Clock;
  }) {
    this.#system = options.system;
    this.#source = options.source;
    this.#sink = options.sink;
    this.#clock = options.clock;
    this.#since = options.clock.now();
  }

  /** The server answered; `scopes` are the places there are now. */
  answered(probe: SourceProbe, scopes: ReadonlySet<string>): void {
    const now = this.#clock.now();
    if (this.#fault || !this.#probe) this.#since = now;
    this.#probe = probe;
    this.#lastContact = now;
    this.#fault = undefined;
    for (const scope of [...this.#listedAt.keys(), ...this.#faults.keys()]) {
      if (!scopes.has(scope)) {
        this.#listedAt.delete(scope);
        this.#lift(scope);
      }
    }
  }

  failed(fault: SourceFault): void {
    const now = this.#clock.now();
    const since = this.#fault?.since ?? now;
    if (!this.#fault) this.#since = now;
    this.#fault = { fault, since };
    // A place at a time: each stays stale until it has been listed again, however soon the server answers.
    for (const [scope, lastGood] of this.#listedAt) {
      this.#mark(scope, lastGood, this.#outage(fault, since, lastGood));
    }
  }

  listed(scope: string): void {
    this.#listedAt.set(scope, this.#clock.now());
    this.#lift(scope);
  }

  notListed(scope: string, fault: SourceFault): void {
    const now = this.#clock.now();
    const since = this.#faults.get(scope)?.since ?? now;
    const lastGood = this.#listedAt.get(scope);
    const message = outageSentence({
      subject: `${scope} on ${this.#subject}`,
      fault: 'cannot be read',
      lastGood,
      since,
      reason: fault.message,
      now,
    });
    this.#faults.set(scope, { since, message });
    if (lastGood !== undefined) this.#mark(scope, lastGood, message);
  }

  source(): Source {
    const { name, title, sandbox } = this.#source;
    const { state, message } = this.#verdict();
    const troubled = [...this.#faults.values()][0]?.message;
    return {
      name,
      ...(title && { title }),
      type: this.#system.id,
      state,
      message,
      since: new Date(this.#since).toISOString(),
      ...(this.#lastContact !== undefined && {
        lastContact: new Date(this.#lastContact).toISOString(),
      }),
      ...(this.#probe?.version && { version: this.#probe.version }),
      ...(sandbox && { sandbox }),
      kinds: this.#system.resources.map(({ kind, match }) => ({
        kind,
        group: match.group,
        state: this.#kindState(),
        ...(troubled && { message: troubled }),
      })),
    };
  }

  #kindState(): Source['kinds'][number]['state'] {
    if (this.#fault) return this.#lastContact === undefined ? 'error' : 'stale';
    if (this.#faults.size > 0) return 'stale';
    return this.#listedAt.size > 0 || this.#probe ? 'watching' : 'listing';
  }

  #verdict(): { state: Source['state']; message: string } {
    if (this.#fault) {
      const { fault, since } = this.#fault;
      const states = {
        forbidden: 'forbidden',
        unsupported: 'unsupported',
        refused: 'unreachable',
        unreachable: 'unreachable',
      } as const;
      const known = this.#lastContact !== undefined;
      const state = states[fault.kind];
      return {
        state: known && state === 'unreachable' ? 'stale' : state,
        message: this.#outage(fault, since, this.#lastContact),
      };
    }
    if (!this.#probe) {
      return {
        state: 'connecting',
        message: `Connecting to ${this.#subject}.`,
      };
    }
    const { version, note } = this.#probe;
    const connected = `Connected to ${this.#system.title}${
      version ? ` ${version}` : ''
    }`;
    const [trouble] = this.#faults.values();
    const more =
      this.#faults.size > 1 ? ` (and ${this.#faults.size - 1} more)` : '';
    if (trouble) {
      return {
        state: 'connected',
        message: `${connected}, but: ${trouble.message}${more}`,
      };
    }
    return {
      state: 'connected',
      message: note ? `${connected}. ${note}` : `${connected}.`,
    };
  }

  #outage(
    fault: SourceFault,
    since: number,
    lastGood: number | undefined,
  ): string {
    return outageSentence({
      subject: this.#subject,
      fault:
        fault.kind === 'unreachable' ? 'has not answered' : 'cannot be read',
      lastGood,
      since,
      reason: fault.message,
      now: this.#clock.now(),
    });
  }

  get #subject(): string {
    return `${this.#system.title} server ${this.#source.name}`;
  }

  #mark(scope: string, lastGood: number, message: string): void {
    this.#marked.add(scope);
    this.#sink.stale(
      { source: this.#source.name, namespace: scope },
      { since: new Date(lastGood).toISOString(), message },
    );
  }

  #lift(scope: string): void {
    this.#faults.delete(scope);
    if (this.#marked.delete(scope)) {
      this.#sink.stale(
        { source: this.#source.name, namespace: scope },
        undefined,
      );
    }
  }
}
