import { randomInt, randomUUID } from 'node:crypto';
import { timestamp } from '../clock/timestamps';
import { ResourceType } from '../resources/ResourceType';
import { sameJson } from '../json/sameJson';
import { KubeMeta, KubeObject } from '../types';

// Without vowels and look-alikes, as k8s.io/apimachinery/pkg/util/rand: no words come out by accident.
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
const SUFFIX_LENGTH = 5;
const BASE_LIMIT = 63 - SUFFIX_LENGTH;

export function generatedName(base: string): string {
  let suffix = '';
  while (suffix.length < SUFFIX_LENGTH) {
    suffix += ALPHABET[randomInt(ALPHABET.length)];
  }
  return base.slice(0, BASE_LIMIT) + suffix;
}

/** The metadata of a new object: what clients may not choose is set by the server. */
export function newMetadata(
  type: ResourceType,
  given: KubeMeta,
  namespace: string | undefined,
  now: number,
): KubeMeta {
  const name =
    given.name || (given.generateName && generatedName(given.generateName));
  return compact({
    name: name ?? '',
    generateName: given.generateName || undefined,
    namespace: type.namespaced ? namespace : undefined,
    uid: randomUUID(),
    resourceVersion: '',
    generation: type.hasGeneration ? 1 : given.generation,
    creationTimestamp: timestamp(now),
    labels: given.labels,
    annotations: given.annotations,
    ownerReferences: given.ownerReferences,
    finalizers: given.finalizers,
  });
}

/** The metadata of a changed object: identity and deletion are the server's, labels and the like the client's. */
export function changedMetadata(given: KubeMeta, old: KubeMeta): KubeMeta {
  return compact({
    name: old.name,
    generateName: old.generateName,
    namespace: old.namespace,
    uid: old.uid,
    resourceVersion: old.resourceVersion,
    generation: old.generation,
    creationTimestamp: old.creationTimestamp,
    deletionTimestamp: old.deletionTimestamp,
    deletionGracePeriodSeconds: old.deletionGracePeriodSeconds,
    labels: given.labels,
    annotations: given.annotations,
    ownerReferences: given.ownerReferences,
    finalizers: given.finalizers,
  });
}

/** Leaves out what is undefined and, as Go's `omitempty` does, empty maps and lists. */
function compact(meta: KubeMeta): KubeMeta {
  const kept = Object.entries(meta).filter(
    ([, value]) =>
      value !== undefined &&
      !(typeof value === 'object' && Object.keys(value).length === 0),
  );
  return Object.fromEntries(kept) as unknown as KubeMeta;
}

/** Whether anything but metadata and status differs. */
export function specChanged(
  object: KubeObject,
  old: KubeObject,
  hasStatus: boolean,
): boolean {
  const content = ({ metadata, status, ...rest }: KubeObject) =>
    hasStatus ? rest : { ...rest, status };
  return !sameJson(content(object), content(old));
}
