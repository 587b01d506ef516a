import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_NAMESPACES,
  ANNOTATION_OBJECT,
  ANNOTATION_OBJECT_UID,
  ANNOTATION_OWNER_VERIFIED,
  ANNOTATION_SOURCE,
  TYPE_NOTEBOOK_SERVER,
} from '@millrace/backstage-plugin-data-platform-common';
import { ObjectIdentity, objectPath } from './entityNames';

/** What a Resource entity of a notebook server is made from. */
export interface NotebookEntityParts {
  entityRef: string;
  identity: ObjectIdentity;
  uid: string;
  /** Whose it is: of whom it was made for, or of the domain. */
  owner: string;
  /** The portal made the server, for this owner. */
  verified: boolean;
  productRef?: string;
  title?: string;
  description?: string;
}

/** The entity of a live notebook server. No status: the catalog holds what lasts. */
export function notebookEntity(parts: NotebookEntityParts): Entity {
  const { identity, uid, title, description, productRef } = parts;
  const { name, namespace } = parseEntityRef(parts.entityRef);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace,
      title: title ?? identity.name,
      ...(description && { description }),
      annotations: {
        [ANNOTATION_SOURCE]: identity.source,
        [ANNOTATION_NAMESPACES]: identity.namespace,
        [ANNOTATION_OBJECT]: objectPath(identity),
        [ANNOTATION_OBJECT_UID]: uid,
        ...(parts.verified && { [ANNOTATION_OWNER_VERIFIED]: 'true' }),
      },
    },
    spec: {
      type: TYPE_NOTEBOOK_SERVER,
      owner: parts.owner,
      ...(productRef && { system: productRef }),
    },
  };
}

/** Reads an entity that {@link notebookEntity} made; undefined for any other. */
export function notebookEntityParts(
  entity: Entity,
  entityRef: string,
): NotebookEntityParts | undefined {
  const { annotations = {}, title, description } = entity.metadata;
  const source = annotations[ANNOTATION_SOURCE];
  const uid = annotations[ANNOTATION_OBJECT_UID];
  const [kind, namespace, name] =
    annotations[ANNOTATION_OBJECT]?.split('/') ?? [];
  const { type, owner, system } = entity.spec ?? {};
  if (
    type !== TYPE_NOTEBOOK_SERVER ||
    typeof owner !== 'string' ||
    !source ||
    !uid ||
    !name
  ) {
    return undefined;
  }
  return {
    entityRef,
    identity: { source, kind, namespace, name },
    uid,
    owner,
    verified: annotations[ANNOTATION_OWNER_VERIFIED] === 'true',
    ...(typeof system === 'string' && { productRef: system }),
    ...(title && title !== name && { title }),
    ...(description && { description }),
  };
}
