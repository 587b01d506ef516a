import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { groupOf } from '../store/keys';
import { claimsOf } from './claims';
import { EntityIndex, JoinableEntity } from './EntityIndex';
import { runNameBase } from './runNameBase';
import { DomainDirectory } from './types';

/** To which entity a live object belongs. Everything that permission filters ask for is here. */
export interface Join {
  claim: 'verified' | 'unverified' | 'none';
  entityRef?: string;
  productRef?: string;
  domainRef?: string;
  ownerRef?: string;
  /** Owner of the domain, where the object has another one. */
  domainOwnerRef?: string;
  /** Set when unverified. */
  claimedEntityRef?: string;
}

const MAX_OWNERS = 3;

/**
 * The join rule (DESIGN section 3): the first claim that holds, and only while the object's namespace belongs to the
 * domain of the entity. A claim on an entity of another domain is told apart and never joined.
 *
 * @param ownerOf - the live object that owns this one, if it is known
 */
export function joinResource(
  source: string,
  object: KubernetesObject,
  ownerOf: (object: KubernetesObject) => KubernetesObject | undefined,
  entities: EntityIndex,
  domains: DomainDirectory,
): Join {
  const { namespace } = object.metadata;
  const domainRef =
    namespace === undefined
      ? undefined
      : domains.ofNamespace(source, namespace);
  const holds = (entity: JoinableEntity) =>
    domainRef !== undefined && entity.known.domainRef === domainRef;

  const chain = withOwners(object, ownerOf);
  const claimed = chain.flatMap(each => claimedEntities(each, entities));
  const entity =
    claimed.find(holds) ??
    (domainRef ? selecting(chain, entities, domainRef) : undefined) ??
    chain.flatMap(each => described(each, entities)).find(holds) ??
    named(object, entities).find(holds) ??
    (namespace === undefined
      ? undefined
      : entities.byPlace(source, namespace).find(holds));
  if (entity) {
    const { known } = entity;
    return {
      claim: 'verified',
      entityRef: known.entityRef,
      productRef: known.productRef,
      domainRef,
      ownerRef: known.ownerRef ?? ownerRefOf(domainRef, entities),
    };
  }
  const place = { domainRef, ownerRef: ownerRefOf(domainRef, entities) };
  return claimed.length > 0
    ? {
        claim: 'unverified',
        ...place,
        claimedEntityRef: claimed[0].known.entityRef,
      }
    : { claim: 'none', ...place };
}

/**
 * The same for an object that the portal keeps an entity for. What it claims by itself counts for nothing; outside any domain
 * it belongs to nobody.
 */
export function joinOwned(
  source: string,
  { metadata: { namespace } }: KubernetesObject,
  own: { entityRef: string; ownerRef?: string; productRef?: string },
  entities: EntityIndex,
  domains: DomainDirectory,
): Join | undefined {
  const domainRef = namespace && domains.ofNamespace(source, namespace);
  if (!domainRef) {
    return undefined;
  }
  const domainOwnerRef = ownerRefOf(domainRef, entities);
  const ownerRef = own.ownerRef ?? domainOwnerRef;
  return {
    claim: 'verified',
    entityRef: own.entityRef,
    productRef: own.productRef,
    domainRef,
    ownerRef,
    ...(ownerRef !== domainOwnerRef && { domainOwnerRef }),
  };
}

/** The object, then what owns it: at most three up. */
function withOwners(
  object: KubernetesObject,
  ownerOf: (object: KubernetesObject) => KubernetesObject | undefined,
): KubernetesObject[] {
  const chain = [object];
  for (let up = 0; up < MAX_OWNERS; up += 1) {
    const owner = ownerOf(chain[chain.length - 1]);
    if (!owner || chain.includes(owner)) {
      break;
    }
    chain.push(owner);
  }
  return chain;
}

function claimedEntities(
  object: KubernetesObject,
  entities: EntityIndex,
): JoinableEntity[] {
  const { component, entityRef } = claimsOf(object);
  const known = entityRef ? entities.get(entityRef) : undefined;
  return [
    ...(component ? entities.byComponentName(component) : []),
    ...(known ? [{ known }] : []),
  ];
}

function selecting(
  chain: readonly KubernetesObject[],
  entities: EntityIndex,
  domainRef: string,
): JoinableEntity | undefined {
  const candidates = entities.selectingIn(domainRef);
  for (const { metadata } of candidates.length > 0 ? chain : []) {
    const labels = metadata.labels ?? {};
    const found = candidates.find(entity => entity.selects!(labels));
    if (found) {
      return found;
    }
  }
  return undefined;
}

function described(
  object: KubernetesObject,
  entities: EntityIndex,
): JoinableEntity[] {
  return entities.byManifest(
    object.kind ?? '',
    groupOf(object.apiVersion),
    object.metadata.name,
  );
}

/** By what its name has in common with other runs: the weakest sign, so the last that is looked at. */
function named(
  { kind, apiVersion, metadata }: KubernetesObject,
  entities: EntityIndex,
): JoinableEntity[] {
  if (!entities.knowsRunNames) {
    return [];
  }
  const base = runNameBase(metadata.name);
  return entities
    .byRunName(kind ?? '', groupOf(apiVersion), base)
    .filter(({ known: { runName } }) =>
      [undefined, metadata.namespace].includes(runName?.namespace),
    );
}

function ownerRefOf(
  domainRef: string | undefined,
  entities: EntityIndex,
): string | undefined {
  return domainRef ? entities.get(domainRef)?.ownerRef : undefined;
}
