import { Program } from '../process/Program';
import { Probe } from '../backend/probe';
import { DomainPlace } from '../content/Layout';
import { Portal } from '../load/Portal';
import { Scale } from '../Scale';
import { Change, ChangeOrder } from '../servers/main';
import { RequestCounts } from '../servers/RequestLog';

/** All that a measurement works with, once everything runs. */
export interface Bench {
  scale: Scale;
  portal: Portal;
  /** One of each person. */
  tokens: readonly string[];
  places: readonly DomainPlace[];
  servers: Program;
  backend: Program;
  signal: AbortSignal;
}

/**
 * @param count - status changes, each of another application
 * @param elsewhere - not on the first cluster
 */
export function change(
  { servers, signal }: Bench,
  count: number,
  perSecond: number,
  elsewhere = false,
): Promise<Change[]> {
  const order: ChangeOrder = { count, perSecond, elsewhere };
  return servers.ask('change', signal, order);
}

export function requests({ servers, signal }: Bench): Promise<RequestCounts> {
  return servers.ask('requests', signal);
}

/** Since it was asked last. */
export function probe({ backend, signal }: Bench): Promise<Probe> {
  return backend.ask('probe', signal);
}
