import {
  DataPlatformIntegration,
  KubernetesObject,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { sameValue } from '../assess/buildRow';
import { Guard } from '../assess/Guard';
import { Clock } from '../clusters/Clock';
import { EvidenceChange } from '../sources/types';
import { Entry } from './Entry';
import { claimKey } from './concerns';
import { EntryTable } from './EntryTable';
import { groupKind } from './keys';
import { SourceEvidence } from './SourceEvidence';

const SWEEP_MS = 60_000;

/** Evidence that is about objects, not about places. */
export type ObjectEvidenceChange = Exclude<
  EvidenceChange,
  { type: 'namespace' | 'roleBinding' | 'deployment' }
>;

/** Entries whose verdict a change touches. `lasting`: it holds until it changes, so judging them can wait for a tick. */
export interface Touched {
  entries: Set<Entry>;
  lasting: boolean;
}

/** What the intake is made with. */
export interface EvidenceIntakeOptions {
  integrations: readonly DataPlatformIntegration[];
  table: EntryTable;
  guard: Guard;
  clock: Clock;
  now(source: string): number;
}

/** Takes evidence in, keeps it while it is needed, and tells whom it touches. */
export class EvidenceIntake {
  readonly #options: EvidenceIntakeOptions;
  readonly #table: EntryTable;
  readonly #sources = new Map<string, SourceEvidence>();
  /** When an object of a kind last changed its status, by source and kind. */
  readonly #activity = new Map<string, number>();
  readonly #podOwners: (pod: PodEvidence) => readonly string[];
  #cancelSweep: () => void = () => {};

  constructor(options: EvidenceIntakeOptions) {
    this.#options = options;
    this.#table = options.table;
    this.#podOwners = podOwners(options.integrations, options.guard);
    this.#scheduleSweep();
  }

  of(source: string): SourceEvidence {
    let evidence = this.#sources.get(source);
    if (!evidence) {
      evidence = new SourceEvidence(this.#podOwners);
      this.#sources.set(source, evidence);
    }
    return evidence;
  }

  apply(source: string, change: ObjectEvidenceChange): Touched {
    const evidence = this.of(source);
    switch (change.type) {
      case 'pod': {
        const owners = evidence.pods.apply(
          change,
          owner => this.#table.byName(source, owner) !== undefined,
        );
        return { entries: this.#named(source, owners), lasting: false };
      }
      case 'event': {
        const involved = evidence.events.apply(
          change,
          this.#options.now(source),
          key => this.#needsEvents(source, key),
        );
        const entries = new Set<Entry>();
        for (const key of involved) {
          this.#about(source, key).forEach(entry => entries.add(entry));
        }
        return { entries, lasting: false };
      }
      case 'quota':
        return this.#inNamespaces(source, evidence.quotas.apply(change));
      case 'claim': {
        const entries = new Set<Entry>();
        for (const { namespace, name } of evidence.claims.apply(change)) {
          const users = this.#table.concerning(
            source,
            claimKey(namespace, name),
          );
          users.forEach(entry => entries.add(entry));
        }
        return { entries, lasting: true };
      }
      case 'limitRange':
        return this.#inNamespaces(source, evidence.limitRanges.apply(change));
      default:
        throw new Error('Evidence of an unknown type');
    }
  }

  /** Another version of an object has come by a watch: what a list shows may have changed long ago. */
  noteActivity(entry: Entry, now: KubernetesObject): void {
    if (!sameValue(entry.object.status, now.status)) {
      this.#activity.set(activityKey(entry), this.#options.now(entry.source));
    }
  }

  lastActivity({
    source,
    definition,
  }: Pick<Entry, 'source' | 'definition'>): number | undefined {
    return this.#activity.get(activityKey({ source, definition }));
  }

  /** The attempt that the object shows is another: vanished pods of the one before are told in the history. */
  attemptEnded(entry: Entry, belongs: (pod: PodEvidence) => boolean): void {
    this.of(entry.source).pods.forgetGone(entry.nameKey, belongs);
  }

  objectGone(entry: Entry): void {
    const evidence = this.of(entry.source);
    evidence.pods.forgetGone(entry.nameKey);
    if (this.#table.involved(entry.source, entry.involvedKey).size === 0) {
      evidence.events.drop(entry.involvedKey);
    }
  }

  stop(): void {
    this.#cancelSweep();
  }

  #scheduleSweep(): void {
    this.#cancelSweep = this.#options.clock.after(SWEEP_MS, () => {
      this.#scheduleSweep();
      for (const [source, evidence] of this.#sources) {
        evidence.events.sweep(
          this.#options.now(source),
          key => this.#about(source, key).size > 0,
        );
      }
    });
  }

  #named(source: string, owners: Iterable<string>): Set<Entry> {
    const entries = new Set<Entry>();
    for (const owner of owners) {
      const entry = this.#table.byName(source, owner);
      if (entry) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Entries that an event on this object is evidence for: itself, the owners of a pod, and those that name the object. */
  #about(source: string, involved: string): ReadonlySet<Entry> {
    const [kind, namespace, name] = involved.split('/');
    if (kind === 'Pod') {
      const owners = this.of(source).pods.ownersByName(namespace, name);
      return this.#named(source, owners);
    }
    const own = this.#table.involved(source, involved);
    const concerned = this.#table.concerning(source, involved);
    return concerned.size === 0 ? own : new Set([...own, ...concerned]);
  }

  #needsEvents(source: string, involved: string): boolean {
    return [...this.#about(source, involved)].some(entry => !entry.terminal);
  }

  #inNamespaces(source: string, namespaces: Iterable<string>): Touched {
    const entries = new Set<Entry>();
    for (const namespace of namespaces) {
      for (const entry of this.#table.ofNamespace(source, namespace)) {
        if (!entry.terminal) {
          entries.add(entry);
        }
      }
    }
    return { entries, lasting: true };
  }
}

function activityKey({
  source,
  definition: { kind, match },
}: Pick<Entry, 'source' | 'definition'>): string {
  return `${source}\0${groupKind(kind, match.group)}`;
}

/** Asks every selector of every integration; one that throws has no pods. */
function podOwners(
  integrations: readonly DataPlatformIntegration[],
  guard: Guard,
): (pod: PodEvidence) => readonly string[] {
  const selectors = integrations.flatMap(({ resources }) =>
    resources.flatMap(({ kind, match, related = [] }) =>
      related.flatMap(selector =>
        selector.type === 'pods'
          ? [{ prefix: groupKind(kind, match.group), selector }]
          : [],
      ),
    ),
  );
  return pod => {
    const owners: string[] = [];
    for (const { prefix, selector } of selectors) {
      const owner = guard.run(
        `${prefix} ownerOf`,
        () => selector.ownerOf(pod),
        () => undefined,
      );
      if (typeof owner === 'string') {
        owners.push(`${prefix}/${owner}`);
      }
    }
    return owners;
  };
}
