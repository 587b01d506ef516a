import {
  AssessmentSummary,
  Fact,
  PlatformResource,
  Staleness,
} from '@millrace/backstage-plugin-data-platform-common';
import { RunFacts } from '@millrace/backstage-plugin-data-platform-node';
import { Join } from '../join/joinResource';
import { groupOf } from '../store/keys';
import { Entry } from '../store/Entry';
import { normalTime, wireTime } from './wireTime';

/** What a row is made from, beside the entry itself. */
export interface RowParts {
  version: number;
  assessment: AssessmentSummary;
  facts: Fact[];
  run: RunFacts | undefined;
  join: Join;
  stale: Staleness | undefined;
}

/** The row of an object: all that lists show and that filters ask for. */
export function buildRow(entry: Entry, parts: RowParts): PlatformResource {
  const { metadata, apiVersion } = entry.object;
  const { health, outcome, reason, message, nextStep, since } =
    parts.assessment;
  return {
    id: entry.id,
    version: parts.version,
    source: entry.source,
    group: entry.definition.match.group || groupOf(apiVersion),
    apiVersion: apiVersion ?? '',
    kind: entry.definition.kind,
    nature: entry.definition.nature,
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    createdAt:
      normalTime(metadata.creationTimestamp) ?? wireTime(entry.firstSeen)!,
    startedAt: wireTime(parts.run?.startedAt),
    finishedAt: wireTime(parts.run?.finishedAt),
    deletingSince: normalTime(metadata.deletionTimestamp),
    parentUid: entry.parentUid,
    entityRef: parts.join.entityRef,
    productRef: parts.join.productRef,
    domainRef: parts.join.domainRef,
    ownerRef: parts.join.ownerRef,
    ...(parts.join.domainOwnerRef && {
      domainOwnerRef: parts.join.domainOwnerRef,
    }),
    claim: parts.join.claim,
    claimedEntityRef: parts.join.claimedEntityRef,
    assessment: { health, outcome, reason, message, nextStep, since },
    facts: parts.facts,
    stale: parts.stale,
  };
}

/** Equal but for the version. */
export function sameRow(a: PlatformResource, b: PlatformResource): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<
    keyof PlatformResource
  >;
  for (const key of keys) {
    if (key !== 'version' && !sameValue(a[key], b[key])) {
      return false;
    }
  }
  return true;
}

/** Equal in content; for plain values whose keys come in one order. */
export function sameValue(a: unknown, b: unknown): boolean {
  return (
    a === b ||
    (typeof a === 'object' &&
      typeof b === 'object' &&
      JSON.stringify(a) === JSON.stringify(b))
  );
}

/** Belongs to the same entity, product, domain and owner. */
export function samePlace(a: PlatformResource, b: PlatformResource): boolean {
  return (
    a.entityRef === b.entityRef &&
    a.productRef === b.productRef &&
    a.domainRef === b.domainRef &&
    a.ownerRef === b.ownerRef &&
    a.domainOwnerRef === b.domainOwnerRef &&
    a.claimedEntityRef === b.claimedEntityRef
  );
}
