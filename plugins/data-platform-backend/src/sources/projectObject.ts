import {
  KubernetesObject,
  ObjectMeta,
  OwnerReference,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { integer, list, record, text, texts } from './fields';

/** Annotations beyond these may hold anything, whole manifests included (last-applied-configuration). */
const ANNOTATIONS = ['millrace.dev/', 'backstage.io/kubernetes-'];

/**
 * What of an object enters memory: allow-listed metadata, and what its definition keeps. The barrier for secrets.
 *
 * @param onFault - told when `keep` throws; the object is then kept with its metadata alone
 * @returns undefined for what is no object with a name and a uid
 */
export function projectObject(
  raw: unknown,
  definition: ResourceDefinition<any>,
  version: string,
  onFault: (error: unknown) => void,
): KubernetesObject | undefined {
  const metadata = projectMeta(record(raw).metadata);
  if (!metadata) {
    return undefined;
  }
  const { group } = definition.match;
  let kept: Record<string, unknown> = {};
  try {
    kept = record(definition.keep(raw as KubernetesObject));
  } catch (error) {
    onFault(error);
  }
  return {
    ...kept,
    // Items of a list carry neither; those of a custom resource do.
    apiVersion: group ? `${group}/${version}` : version,
    kind: definition.kind,
    metadata,
  };
}

/** Metadata without managedFields, foreign annotations and whatever else is not on the list. */
export function projectMeta(value: unknown): ObjectMeta | undefined {
  const meta = record(value);
  const name = text(meta.name);
  const uid = text(meta.uid);
  if (!name || !uid) {
    return undefined;
  }
  const result: ObjectMeta = { name, uid };
  for (const key of [
    'namespace',
    'resourceVersion',
    'creationTimestamp',
    'deletionTimestamp',
  ] as const) {
    const field = text(meta[key]);
    if (field) {
      result[key] = field;
    }
  }
  const generation = integer(meta.generation);
  if (generation !== undefined) {
    result.generation = generation;
  }
  const labels = texts(meta.labels);
  if (Object.keys(labels).length > 0) {
    result.labels = labels;
  }
  const annotations = Object.entries(texts(meta.annotations)).filter(([key]) =>
    ANNOTATIONS.some(prefix => key.startsWith(prefix)),
  );
  if (annotations.length > 0) {
    result.annotations = Object.fromEntries(annotations);
  }
  if (result.deletionTimestamp) {
    // Only now do they matter: they tell what holds it.
    result.finalizers = list(meta.finalizers).flatMap(each => text(each) ?? []);
  }
  const owners = list(meta.ownerReferences).flatMap(projectOwner);
  if (owners.length > 0) {
    result.ownerReferences = owners;
  }
  return result;
}

function projectOwner(value: unknown): OwnerReference[] {
  const owner = record(value);
  const name = text(owner.name);
  const uid = text(owner.uid);
  if (!name || !uid) {
    return [];
  }
  return [
    {
      apiVersion: text(owner.apiVersion) ?? '',
      kind: text(owner.kind) ?? '',
      name,
      uid,
      ...(owner.controller === true ? { controller: true } : {}),
    },
  ];
}
