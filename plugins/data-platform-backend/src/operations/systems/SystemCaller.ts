import {
  CallContext,
  CallResult,
  ResourceSource,
  ResourceSystem,
  SystemCall,
} from '@millrace/backstage-plugin-data-platform-node';
import { NotFoundError } from '@backstage/errors';
import { Clock } from '../../clusters/Clock';
import { withDeadline } from '../../systems/deadline';
import { sourceNamed } from '../../systems/startSystems';

/** A merge may wait a minute for a check; longer than the lease of its operation it must not last. */
const CALL_DEADLINE_MS = 50_000;

/** Makes the calls of plans, on whatever server they name. */
export class SystemCaller {
  readonly #systems: readonly ResourceSystem[];
  readonly #clock: Clock;

  constructor(systems: readonly ResourceSystem[], clock: Clock) {
    this.#systems = systems;
    this.#clock = clock;
  }

  async perform(
    call: SystemCall,
    context: Omit<CallContext, 'now'>,
  ): Promise<CallResult> {
    const source = this.#source(call.source);
    if (!source.perform) throw readOnly(source);
    return this.#within(context, inner => source.perform!(call, inner));
  }

  async undo(
    call: SystemCall,
    context: Omit<CallContext, 'now'>,
  ): Promise<boolean> {
    const source = this.#source(call.source);
    if (!source.undo) return false;
    return this.#within(context, inner => source.undo!(call, inner));
  }

  #within<T>(
    context: Omit<CallContext, 'now'>,
    work: (context: CallContext) => Promise<T>,
  ): Promise<T> {
    const now = this.#clock.now();
    return withDeadline(
      this.#clock,
      CALL_DEADLINE_MS,
      context.signal,
      async signal => work({ ...context, now, signal }),
    );
  }

  #source(name: string): ResourceSource {
    const source = sourceNamed(this.#systems, name);
    if (source) return source;
    throw new NotFoundError(
      `The server ${name} is not configured any more; nothing was changed on it.`,
    );
  }
}

function readOnly({ name }: ResourceSource): Error {
  return new Error(`The server ${name} can only be read.`);
}
