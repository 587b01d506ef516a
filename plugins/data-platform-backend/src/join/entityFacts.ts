import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_LABEL_SELECTOR,
  ANNOTATION_REPOSITORY,
  ANNOTATION_RUN_NAME,
  ANNOTATION_SOURCE,
  parseManifest,
} from '@millrace/backstage-plugin-data-platform-common';
import { stringify } from 'yaml';
import { groupOf } from '../store/keys';
import { KnownEntity } from './types';

/** What one entity says by itself. Its product's domain is another entity's word. */
export interface EntityFacts {
  readonly entityRef: string;
  readonly kind: string;
  readonly type: string;
  readonly ownerRef?: string;
  readonly systemRef?: string;
  readonly domainRef?: string;
  readonly labelSelector?: string;
  readonly manifest?: KnownEntity['manifest'];
  readonly runName?: KnownEntity['runName'];
  readonly place?: KnownEntity['place'];
  readonly definition?: string;
  readonly title?: string;
}

/** `spec.type` values that matter, by kind in lower case. */
export const KNOWN_TYPES: Readonly<Record<string, readonly string[]>> = {
  component: ['spark-job', 'data-pipeline', 'training-job'],
  resource: ['notebook-server', 'dataset', 'lakefs-repository'],
  system: ['data-product'],
  domain: ['data-domain'],
};

/** Reads an entity. Total; undefined for one that does not matter here. */
export function entityFacts(entity: Entity): EntityFacts | undefined {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const type = text(entity.spec?.type);
  if (!type || !KNOWN_TYPES[kind]?.includes(type)) {
    return undefined;
  }
  const namespace = entity.metadata.namespace ?? 'default';
  const ref = (value: unknown, defaultKind: string) =>
    refOf(value, defaultKind, namespace);
  const definition = definitionOf(entity.spec?.manifest);
  return {
    entityRef: stringifyEntityRef(entity),
    kind,
    type,
    ownerRef: ref(entity.spec?.owner, 'group'),
    systemRef: ref(entity.spec?.system, 'system'),
    domainRef: ref(entity.spec?.domain, 'domain'),
    labelSelector: text(
      entity.metadata.annotations?.[ANNOTATION_LABEL_SELECTOR],
    ),
    ...(definition && {
      ...manifestOf(definition, entity.metadata),
    }),
    definition,
    ...placeOf(entity.metadata.annotations),
    title: text(entity.metadata.title),
  };
}

function placeOf(
  annotations: Entity['metadata']['annotations'],
): Pick<KnownEntity, 'place'> {
  const source = text(annotations?.[ANNOTATION_SOURCE]);
  const namespace = text(annotations?.[ANNOTATION_REPOSITORY]);
  return source && namespace ? { place: { source, namespace } } : {};
}

function definitionOf(manifest: unknown): string | undefined {
  if (typeof manifest === 'string') {
    return manifest;
  }
  // Never written by us, but read: an object in place of a text.
  return manifest && typeof manifest === 'object'
    ? stringify(manifest, { aliasDuplicateObjects: false })
    : undefined;
}

function manifestOf(
  definition: string,
  { name: entityName, annotations }: Entity['metadata'],
): Pick<KnownEntity, 'manifest' | 'runName'> {
  const parsed = parseManifest(definition);
  if (!parsed.ok) {
    return {};
  }
  const { apiVersion, kind, metadata } = parsed.value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return {};
  }
  const { name, namespace } = (
    metadata && typeof metadata === 'object' ? metadata : {}
  ) as Record<string, unknown>;
  const runName = text(annotations?.[ANNOTATION_RUN_NAME]);
  return {
    manifest: {
      group: groupOf(apiVersion),
      kind,
      name: text(name) ?? entityName,
    },
    ...(runName && {
      runName: {
        name: runName,
        ...(text(namespace) && { namespace: text(namespace) }),
      },
    }),
  };
}

function refOf(
  value: unknown,
  defaultKind: string,
  defaultNamespace: string,
): string | undefined {
  if (typeof value !== 'string' || value === '') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(value, { defaultKind, defaultNamespace }),
    );
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
