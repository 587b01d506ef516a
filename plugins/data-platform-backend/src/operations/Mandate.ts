import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { Clock } from '../clusters/Clock';
import { impersonate } from '../clusters/impersonate';
import { ClusterConnection, ImpersonatedUser } from '../clusters/types';
import { CatalogReader } from './CatalogReader';
import { OperationRecord } from './OperationRecord';
import { OperationSettings } from './OperationSettings';
import { PermissionGate } from './PermissionGate';

/** Kind of the refs under which tasks of the portal act. */
const PORTAL_ACTOR = 'portal:';
/** A yes of the policy is good for this long, ms. */
const FRESH_MS = 5_000;

export interface MandateServices {
  gate: PermissionGate;
  catalog: CatalogReader;
  settings: OperationSettings;
  clock: Clock;
}

/**
 * In whose name an accepted operation writes, and whether it still may.
 *
 * While the process that accepted it lives and the token is valid, the policy is asked again before each write (at
 * most every 5 s), with the person's own credentials. After a restart the token is gone, and no service can ask the
 * policy in a person's place: a service principal is always allowed. So the yes that was given at acceptance is good
 * for a limited time (15 minutes unless configured; 7 days for a series of runs, all of which it named), for a person whom the catalog still knows, with those groups
 * alone that the person had then and has now. The cluster asks again for every write as the person. When the time is over, the
 * operation is not carried on but undone.
 */
export class Mandate {
  readonly #record: OperationRecord;
  readonly #services: MandateServices;
  readonly #credentials: BackstageCredentials | undefined;
  #checkedAt = -Infinity;
  #groups: readonly string[];

  /** @param credentials - only in the process that accepted the operation */
  constructor(
    record: OperationRecord,
    services: MandateServices,
    credentials?: BackstageCredentials,
  ) {
    this.#record = record;
    this.#services = services;
    this.#credentials = credentials;
    this.#groups = record.actor.groups;
  }

  /** The person, as this cluster knows them. */
  personOn({
    impersonationPrefix,
  }: Pick<ClusterConnection, 'impersonationPrefix'>): ImpersonatedUser {
    return impersonate(
      this.#record.actor.userRef,
      this.#groups,
      impersonationPrefix,
    );
  }

  /**
   * Before each write.
   * @throws NotAllowedError - the person may not any more
   */
  async check(): Promise<void> {
    const now = this.#services.clock.now();
    if (now - this.#checkedAt < FRESH_MS) return;
    const live = this.#liveCredentials(now);
    if (live) {
      await this.#services.gate.assert(
        this.#record.requirements,
        this.#record.actor.userRef,
        live,
      );
    } else {
      await this.#checkWithoutToken(now);
    }
    this.#checkedAt = now;
  }

  /** For removing what was made: no policy is asked, but nobody gains a group by it. */
  async refreshGroups(): Promise<void> {
    if (this.#liveCredentials(this.#services.clock.now())) return;
    const { actor } = this.#record;
    const current = await this.#services.catalog.groupsOf(actor.userRef);
    const still = new Set(current ?? []);
    this.#groups = actor.groups.filter(group => still.has(group));
  }

  async #checkWithoutToken(now: number): Promise<void> {
    const { actor, createdAt, series } = this.#record;
    if (actor.userRef.startsWith(PORTAL_ACTOR)) {
      throw new NotAllowedError(
        'The portal was restarted meanwhile. What is left is done in the next round of the task.',
      );
    }
    const { resumeWindowMs, seriesWindowMs } = this.#services.settings;
    if (now - createdAt > (series ? seriesWindowMs : resumeWindowMs)) {
      throw new NotAllowedError(
        series
          ? `The series has gone on for ${
              seriesWindowMs / 86_400_000
            } days, and nobody may act in the name of ${
              actor.userRef
            } for longer. Start another for the rest.`
          : `The operation was interrupted for too long to go on in the name of ${actor.userRef}. Start it again.`,
      );
    }
    const current = await this.#services.catalog.groupsOf(actor.userRef);
    if (!current) {
      throw new NotAllowedError(
        `${actor.userRef} is no longer in the catalog: the operation does not go on in that name.`,
      );
    }
    const still = new Set(current);
    this.#groups = actor.groups.filter(group => still.has(group));
    this.#assertStillOwner(still);
  }

  /** Who could act because a group of theirs owns it, and has left that group, may not any more. */
  #assertStillOwner(groups: ReadonlySet<string>): void {
    const { actor, requirements } = this.#record;
    for (const { on } of requirements) {
      const owner = on?.ownerRef;
      const left =
        owner?.startsWith('group:') &&
        actor.ownershipRefs.includes(owner) &&
        !groups.has(owner);
      if (left) {
        throw new NotAllowedError(
          `${actor.userRef} no longer belongs to ${owner}, which owns it: the operation does not go on in that name.`,
        );
      }
    }
  }

  #liveCredentials(now: number): BackstageCredentials | undefined {
    const expiresAt = this.#credentials?.expiresAt?.getTime();
    return expiresAt !== undefined && expiresAt <= now
      ? undefined
      : this.#credentials;
  }
}
