import { createHash } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';

/** The part of an entity that a source may state; what the catalog adds is cut. */
export function normalForm(entity: Entity): Entity {
  const { uid: _uid, etag: _etag, ...metadata } = entity.metadata;
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: { namespace: 'default', ...metadata },
    ...(entity.spec ? { spec: entity.spec } : {}),
  } as Entity;
}

/** Hash of content, whatever the order of keys. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(stableJson(value)).digest('hex');
}

/** JSON with keys in order. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
