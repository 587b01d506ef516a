import {
  AdoptableNamespace,
  LABEL_DOMAIN,
  Nature,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { EntityDirectory, LabelledNamespace } from '../join/types';
import { nameProblem } from '../operations/domain/domainName';
import { VisibilityFilter } from '../permissions/platformResourceRef';
import { NATURES } from '../permissions/natures';
import { ResourceIndex } from '../store/types';
import { namespaceDrift } from './namespaceDrift';

/** How many live objects of one nature and owner a namespace holds. */
export interface Population {
  source: string;
  namespace: string;
  domainRef?: string;
  ownerRef?: string;
  nature: Nature;
  count: number;
}

export interface NamespaceServices {
  entities: EntityDirectory;
  index: Pick<ResourceIndex, 'quotas' | 'limitRanges'>;
  stateOf(source: string): Source | undefined;
  prefixOf(source: string): string | undefined;
}

const STATES: readonly AdoptableNamespace['state'][] = [
  'unlabelled',
  'unknown',
  'labelled',
  'adopted',
];

/**
 * Namespaces in which something runs, or that carry the label of a domain: what a viewer may see of them, and what is to
 * be done. Unlabelled first, then labelled, then those of domains, each by name.
 */
export function adoptableNamespaces(
  populations: readonly Population[],
  labelled: readonly LabelledNamespace[],
  allows: VisibilityFilter,
  services: NamespaceServices,
): AdoptableNamespace[] {
  const workloads = new Map<string, number>();
  const places = new Map<string, { source: string; namespace: string }>();
  for (const population of populations) {
    if (!allows(population)) continue;
    const key = keyOf(population);
    workloads.set(key, (workloads.get(key) ?? 0) + population.count);
    places.set(key, population);
  }
  const claims = new Map<string, LabelledNamespace>();
  for (const claim of labelled) {
    const key = keyOf(claim);
    claims.set(key, claim);
    if (maySee(claim, allows, services)) places.set(key, claim);
  }
  return [...places]
    .map(([key, place]) => ({
      ...toNamespace(place, claims.get(key), services),
      workloads: workloads.get(key) ?? 0,
    }))
    .sort(
      (a, b) =>
        STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
        compare(a.namespace, b.namespace) ||
        compare(a.source, b.source),
    );
}

function toNamespace(
  { source, namespace }: { source: string; namespace: string },
  claim: LabelledNamespace | undefined,
  services: NamespaceServices,
): Omit<AdoptableNamespace, 'workloads'> {
  const domain = claim?.labels[LABEL_DOMAIN];
  const place = { source, namespace, ...(domain && { domain }) };
  if (!claim?.domainRef) {
    return {
      ...place,
      state: 'unlabelled',
      command: labelCommand(namespace, domain !== undefined),
    };
  }
  const { domainRef } = claim;
  const { entities } = services;
  const entity = entities.get(domainRef);
  const unregistered = entities.warming() ? 'unknown' : 'labelled';
  return {
    ...place,
    domainRef,
    state: entity ? 'adopted' : unregistered,
    drift: namespaceDrift(claim, {
      index: services.index,
      state: services.stateOf(source),
      ownerRef: entity?.ownerRef,
      prefix: services.prefixOf(source),
    }),
  };
}

/** What a cluster admin runs so that a namespace can be a domain. The label is theirs to set: an admission policy sees to it. */
export function labelCommand(namespace: string, overwrite = false): string {
  return `kubectl label namespace ${namespace} ${LABEL_DOMAIN}=default.${domainName(
    namespace,
  )}${overwrite ? ' --overwrite' : ''}`;
}

/** A name for the domain: the namespace's own, where that is good for one. */
function domainName(namespace: string): string {
  if (!nameProblem(namespace)) return namespace;
  const name = `${namespace.replace(/^[^a-z]+/, '').slice(0, 37)}`;
  return `${name.replace(/-+$/, '') || 'domain'}-data`;
}

function maySee(
  { domainRef }: LabelledNamespace,
  allows: VisibilityFilter,
  { entities }: NamespaceServices,
): boolean {
  const ownerRef = domainRef && entities.get(domainRef)?.ownerRef;
  return NATURES.some(nature => allows({ domainRef, ownerRef, nature }));
}

function keyOf(place: { source: string; namespace: string }): string {
  return `${place.source}\0${place.namespace}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
