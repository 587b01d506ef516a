import {
  AssessContext,
  ClaimEvidence,
  EventEvidence,
  PodEvidence,
  RelatedObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { Guard } from '../assess/Guard';
import { claimKey } from './concerns';
import { Entry } from './Entry';
import { EntryTable } from './EntryTable';
import { involvedKey } from './keys';
import { SourceEvidence } from './SourceEvidence';

/** What {@link Contexts} puts together. */
export interface ContextParts {
  table: EntryTable;
  guard: Guard;
  evidence(source: string): SourceEvidence;
  /** Now by the clock of the source. */
  now(source: string): number;
  lastActivity(entry: Entry): number | undefined;
  /** Evidence that is listed in full where the object lives. */
  complete(entry: Entry): AssessContext['complete'];
  operator(entry: Entry): AssessContext['operator'];
}

/** Makes the context that an object is judged in. The order in which evidence came leaves no trace in it. */
export class Contexts {
  readonly #parts: ContextParts;

  constructor(parts: ContextParts) {
    this.#parts = parts;
  }

  of(entry: Entry): AssessContext {
    const evidence = this.#parts.evidence(entry.source);
    const pods = this.#belonging(entry, evidence.pods.of(entry.nameKey));
    const claims = claimsOf(entry, evidence);
    const gonePods = this.#belonging(entry, evidence.pods.gone(entry.nameKey));
    return {
      now: this.#parts.now(entry.source),
      firstSeen: entry.firstSeen,
      pods,
      ...(gonePods.length > 0 ? { gonePods } : {}),
      events: this.#events(entry, evidence, [...pods, ...gonePods], claims),
      quotas: evidence.quotas.of(entry.namespace),
      limitRanges: evidence.limitRanges.of(entry.namespace),
      claims,
      children: this.#children(entry),
      complete: this.#parts.complete(entry),
      lastActivity: this.#parts.lastActivity(entry),
      operator: this.#parts.operator(entry),
      previous: entry.assessment,
    };
  }

  #belonging(entry: Entry, pods: Iterable<PodEvidence>): PodEvidence[] {
    const belonging: PodEvidence[] = [];
    for (const pod of pods) {
      if (this.belongs(entry, pod)) {
        belonging.push(pod);
      }
    }
    return belonging.sort(
      (a, b) => a.createdAt - b.createdAt || (a.name < b.name ? -1 : 1),
    );
  }

  /** The pod is evidence for the attempt that the object shows now. */
  belongs(entry: Entry, pod: PodEvidence): boolean {
    const own = `${entry.namespace ?? ''}/${entry.object.metadata.name}`;
    const selectors = entry.definition.related ?? [];
    return selectors.some(
      selector =>
        selector.type === 'pods' &&
        this.#parts.guard.run(
          `${entry.definition.kind} related pods`,
          () =>
            selector.ownerOf(pod) === own &&
            (selector.belongs?.(pod, entry.object) ?? true),
          () => false,
        ),
    );
  }

  #events(
    entry: Entry,
    evidence: SourceEvidence,
    pods: readonly PodEvidence[],
    claims: readonly ClaimEvidence[],
  ): EventEvidence[] {
    const events: EventEvidence[] = [];
    const collect = (involved: string, uid: string) => {
      for (const event of evidence.events.of(involved)) {
        if (!event.involved.uid || event.involved.uid === uid) {
          events.push(event);
        }
      }
    };
    collect(entry.involvedKey, entry.uid);
    for (const pod of pods) {
      collect(involvedKey('Pod', pod.namespace, pod.name), pod.uid);
    }
    if (entry.concerns.keys.length > 0) {
      events.push(...concernedEvents(entry, evidence, claims));
    }
    return events.sort(
      (a, b) => a.lastAt - b.lastAt || (a.uid < b.uid ? -1 : 1),
    );
  }

  #children(entry: Entry): RelatedObject[] {
    const children: RelatedObject[] = [];
    for (const child of this.#parts.table.childrenOf(entry)) {
      if (child.assessment && child.namespace === entry.namespace) {
        children.push({
          kind: child.definition.kind,
          name: child.object.metadata.name,
          uid: child.uid,
          createdAt:
            Date.parse(child.object.metadata.creationTimestamp ?? '') ||
            child.firstSeen,
          assessment: child.assessment,
        });
      }
    }
    return children.sort(
      (a, b) => b.createdAt - a.createdAt || (a.name < b.name ? 1 : -1),
    );
  }
}

/** The claims that it names and that exist. */
function claimsOf(
  { concerns, namespace }: Entry,
  { claims }: SourceEvidence,
): readonly ClaimEvidence[] {
  return concerns.claims.flatMap(name => claims.get(namespace, name) ?? []);
}

/**
 * Events on what it is made of and on what it mounts. Whose uid is not known may be an earlier one of that name: only what
 * happened since the object was made is of this one.
 */
function concernedEvents(
  entry: Entry,
  { events }: SourceEvidence,
  claims: readonly ClaimEvidence[],
): EventEvidence[] {
  const { namespace, concerns, object } = entry;
  const createdAt = Date.parse(object.metadata.creationTimestamp ?? '') || 0;
  const uids = new Map(
    claims.map(({ name, uid }) => [claimKey(namespace, name), uid] as const),
  );
  return concerns.keys.flatMap(key => {
    const uid = uids.get(key);
    return events
      .about(key)
      .filter(event =>
        uid && event.involved.uid
          ? event.involved.uid === uid
          : event.lastAt >= createdAt,
      );
  });
}
