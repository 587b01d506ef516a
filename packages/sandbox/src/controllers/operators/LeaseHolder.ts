import type { Clock, KubeObject, SandboxApi } from '../../types';
import { StatusError } from '../../types';
import { microTimestamp } from '../../clock/timestamps';
import { seededRandom, uuid } from '../random';
import { LEASES } from '../refs';
import type { OperatorLease } from './OperatorInstall';

/** The lease of an operator's leader, renewed while its pod lives, and left to run out when it does not. */
export class LeaseHolder {
  readonly #api: SandboxApi;
  readonly #clock: Clock;
  readonly #lease: OperatorLease;
  readonly #namespace: string | undefined;
  readonly #holder: string;
  #cancel = () => {};

  constructor(
    api: SandboxApi,
    clock: Clock,
    lease: OperatorLease,
    pod: KubeObject,
  ) {
    this.#api = api;
    this.#clock = clock;
    this.#lease = lease;
    this.#namespace = pod.metadata.namespace;
    this.#holder = `${pod.metadata.name}_${uuid(
      seededRandom(pod.metadata.uid),
    )}`;
  }

  start(): this {
    this.#renew();
    return this;
  }

  stop(): void {
    this.#cancel();
  }

  #renew(): void {
    try {
      this.#write();
    } catch (error) {
      // The namespace may be on its way out; a leader that cannot renew tries again until it is stopped.
      if (!(error instanceof StatusError)) throw error;
    }
    this.#cancel = this.#clock.after(this.#lease.renewMs, () => this.#renew());
  }

  #write(): void {
    const now = microTimestamp(this.#clock.now());
    const { name, durationSeconds } = this.#lease;
    const held = this.#api.get(LEASES, this.#namespace, name);
    const taken = held?.spec?.holderIdentity !== this.#holder;
    const spec = {
      acquireTime: taken ? now : held?.spec?.acquireTime,
      holderIdentity: this.#holder,
      leaseDurationSeconds: durationSeconds,
      leaseTransitions: (held?.spec?.leaseTransitions ?? -1) + (taken ? 1 : 0),
      renewTime: now,
    };
    if (held) this.#api.update(LEASES, { ...held, spec });
    else {
      this.#api.create(LEASES, this.#namespace, {
        metadata: { name },
        spec,
      });
    }
  }
}
