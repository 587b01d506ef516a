import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_PROVIDED,
  ANNOTATION_REPOSITORY,
  ANNOTATION_SOURCE,
} from '@millrace/backstage-plugin-data-platform-common';

/** What a Resource entity of a place (a repository of a lakeFS server) is made from. */
export interface ScopeEntityParts {
  name: string;
  /** `spec.type` */
  type: string;
  source: string;
  scope: string;
  owner: string;
  productRef: string;
  title?: string;
  description?: string;
  /** Made by the portal's configuration, not by a person. */
  provided?: boolean;
}

/** The entity of a place. No status: the catalog holds what lasts. */
export function scopeEntity(parts: ScopeEntityParts): Entity {
  const { name, type, source, scope, owner, productRef } = parts;
  const { title, description, provided } = parts;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      ...(title && { title }),
      ...(description && { description }),
      annotations: {
        [ANNOTATION_SOURCE]: source,
        [ANNOTATION_REPOSITORY]: scope,
        ...(provided && { [ANNOTATION_PROVIDED]: 'true' }),
      },
    },
    spec: { type, owner, system: productRef },
  };
}
