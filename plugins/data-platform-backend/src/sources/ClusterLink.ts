import { Clock, sleep } from '../clusters/Clock';
import { ClusterError, ClusterErrorKind } from '../clusters/ClusterError';
import { ClusterConnection } from '../clusters/types';
import { Backoff } from './Backoff';
import { ClockSkew } from './ClockSkew';
import { record, text } from './fields';
import { readRefusal } from './Refusal';
import { Wakeup } from './Wakeup';

/** Why a cluster does not answer. */
export interface LinkFailure {
  kind: ClusterErrorKind;
  /** `connection refused` */
  reason: string;
  since: number;
}

export interface LinkOptions {
  connection: ClusterConnection;
  clock: Clock;
  random: () => number;
  /** Silence after which the cluster is asked whether it is there, ms. */
  probeMs: number;
  probeDeadlineMs: number;
  onChange: () => void;
}

/**
 * Knows whether a cluster answers: the breaker that all requests to it stand behind. While it is down, a small probe
 * is all that is sent, at jittered intervals; the rest waits in {@link ready}. While it is up and silent it is probed
 * as well, for a connection that died without a word looks like a quiet one.
 */
export class ClusterLink {
  readonly #options: LinkOptions;
  readonly #backoff: Backoff;
  readonly #skew = new ClockSkew();
  readonly #suspicion = new Wakeup();
  #up?: AbortController;
  #waiting: (() => void)[] = [];
  #failure?: LinkFailure;
  #lastContact?: number;
  #throttledUntil = 0;
  #version?: string;
  #identity?: string;
  #history = 0;
  #outages = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
  }

  get failure(): LinkFailure | undefined {
    return this.#failure;
  }

  /** True from the first answer until the next failure. */
  get isUp(): boolean {
    return this.#up !== undefined;
  }

  /** When the cluster last sent anything, epoch ms. */
  get lastContact(): number | undefined {
    return this.#lastContact;
  }

  /** `v1.36.2` */
  get version(): string | undefined {
    return this.#version;
  }

  get clockSkewMs(): number {
    return this.#skew.ms;
  }

  /** Grows when the server turns out to be another one at the same address: nothing known of it holds any more. */
  get history(): number {
    return this.#history;
  }

  /** Grows with every time the cluster came back. */
  get outages(): number {
    return this.#outages;
  }

  /** Aborts when the cluster is found down. Requests hang on it. */
  get period(): AbortSignal {
    return this.#up?.signal ?? AbortSignal.abort();
  }

  /** Watches over the cluster until `signal` aborts. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const failure = await this.#probeTwice(signal);
      if (signal.aborted) {
        break;
      }
      if (failure) {
        this.#down(failure);
        await sleep(this.#options.clock, this.#backoff.next(), signal);
      } else {
        await this.#rise(signal);
        await this.#untilSilent(signal);
      }
    }
    this.#up?.abort();
    this.#release();
  }

  /** Waits until requests may be sent. Resolves at once when `signal` aborts. */
  async ready(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pause = this.#throttledUntil - this.#options.clock.now();
      if (pause > 0) {
        await sleep(this.#options.clock, pause, signal);
      } else if (this.#up) {
        return;
      } else {
        await this.#nextRise(signal);
      }
    }
  }

  /** Something came from the cluster. @param date - its Date header, where there was one */
  contact(date?: string | null): void {
    const now = this.#options.clock.now();
    this.#lastContact = now;
    if (date) {
      this.#skew.observe(date, now);
    }
  }

  /** A request failed without an answer: find out now whether the cluster is there. */
  suspect(): void {
    this.#suspicion.wake();
  }

  /** The server asked for quiet. */
  throttle(ms: number): void {
    const until = this.#options.clock.now() + ms;
    this.#throttledUntil = Math.max(this.#throttledUntil, until);
  }

  /** One lost packet or a connection that idled out is no outage, so a failure is looked at twice. */
  async #probeTwice(signal: AbortSignal): Promise<LinkFailure | undefined> {
    const first = await this.#probe(signal);
    return first && this.#up && first.kind !== 'credentials'
      ? this.#probe(signal)
      : first;
  }

  async #probe(signal: AbortSignal): Promise<LinkFailure | undefined> {
    const { connection, clock, probeDeadlineMs } = this.#options;
    const fail = (kind: ClusterErrorKind, reason: string): LinkFailure => ({
      kind,
      reason,
      since: this.#failure?.since ?? clock.now(),
    });
    try {
      const response = await connection.request({
        path: '/version',
        signal,
        deadlineMs: probeDeadlineMs,
      });
      if (response.status === 200) {
        this.#version = text(record(await response.json()).gitVersion);
        this.contact(response.headers.get('date'));
        return undefined;
      }
      const refusal = await readRefusal(response, clock.now());
      if (refusal.status === 401) {
        return fail('credentials', "it refuses the portal's credentials");
      }
      if (refusal.status >= 500) {
        return fail('protocol', `HTTP ${refusal.status}`);
      }
      if (refusal.status === 429) {
        this.throttle(refusal.retryAfterMs ?? 1_000);
      }
      // Whoever refuses to tell its version is there all the same.
      this.contact(response.headers.get('date'));
      return undefined;
    } catch (error) {
      return error instanceof ClusterError
        ? fail(error.kind, error.reason)
        : fail('protocol', 'its answer cannot be read');
    }
  }

  #down(failure: LinkFailure): void {
    const before = this.#failure;
    this.#failure = failure;
    this.#up?.abort();
    this.#up = undefined;
    if (before?.reason !== failure.reason) {
      this.#options.onChange();
    }
  }

  async #rise(signal: AbortSignal): Promise<void> {
    this.#backoff.reset();
    if (this.#up) {
      return;
    }
    await this.#identify(signal);
    this.#failure = undefined;
    this.#outages += 1;
    this.#up = new AbortController();
    this.#options.onChange();
    this.#release();
  }

  /** The uid of kube-system is the nearest thing to a cluster's identity. Who may not read it goes without. */
  async #identify(signal: AbortSignal): Promise<void> {
    try {
      const response = await this.#options.connection.request({
        path: '/api/v1/namespaces/kube-system',
        signal,
        deadlineMs: this.#options.probeDeadlineMs,
      });
      const body = record(await response.json());
      const uid = text(record(body.metadata).uid);
      if (response.status !== 200 || !uid) {
        return;
      }
      if (this.#identity !== undefined && this.#identity !== uid) {
        this.#history += 1;
      }
      this.#identity = uid;
    } catch {
      // Without an answer the old identity stands; whatever is wrong shows at the next request.
    }
  }

  async #untilSilent(signal: AbortSignal): Promise<void> {
    const { clock, probeMs } = this.#options;
    while (!signal.aborted) {
      const left = (this.#lastContact ?? 0) + probeMs - clock.now();
      if (left <= 0 || (await this.#suspicion.sleep(clock, left, signal))) {
        return;
      }
    }
  }

  #nextRise(signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const go = () => {
        signal.removeEventListener('abort', go);
        this.#waiting = this.#waiting.filter(each => each !== go);
        resolve();
      };
      this.#waiting.push(go);
      signal.addEventListener('abort', go);
    });
  }

  #release(): void {
    for (const go of [...this.#waiting]) {
      go();
    }
  }
}
