import { createHash } from 'node:crypto';

/** Which live object an entity stands for. */
export interface ObjectIdentity {
  source: string;
  /** `Notebook.kubeflow.org` */
  kind: string;
  namespace: string;
  name: string;
}

/** Longest name in the catalog. */
const MAX = 63;
const HASH = 8;

/**
 * Names that the entity of a live object may have, best first: what people call it, then with its cluster, then one that no
 * other object can have. Which of them it is depends on what is there already, and stays so.
 */
export function entityNames(identity: ObjectIdentity): string[] {
  const { source, namespace, name } = identity;
  const plain = `${namespace}-${name}`;
  const digest = createHash('sha256')
    .update(objectKey(identity))
    .digest('hex')
    .slice(0, HASH);
  const hashed = `${plain
    .slice(0, MAX - HASH - 1)
    .replace(/-+$/, '')}-${digest}`;
  const cluster = `${safe(source)}-${plain}`;
  return [...[plain, cluster].filter(each => each.length <= MAX), hashed];
}

/** One text for one object, over all clusters. */
export function objectKey(identity: ObjectIdentity): string {
  const { source, kind, namespace, name } = identity;
  return JSON.stringify([source, kind, namespace, name]);
}

/** Value of the annotation `millrace.dev/object`. */
export function objectPath(identity: ObjectIdentity): string {
  return `${identity.kind}/${identity.namespace}/${identity.name}`;
}

/** A cluster's name as part of an entity's: it may have any characters. */
function safe(source: string): string {
  const text = source.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return text.replace(/^-+|-+$/g, '') || 'cluster';
}
