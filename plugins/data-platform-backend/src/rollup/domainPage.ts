import {
  DomainPage,
  TYPE_DOMAIN,
} from '@millrace/backstage-plugin-data-platform-common';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { NATURES } from '../permissions/natures';
import { VisibilityFilter } from '../permissions/platformResourceRef';

/** What {@link domainPage} is asked for. */
export interface DomainPageQuery {
  /** Text in the name or title. */
  q?: string;
  limit: number;
}

/** Domains that are registered or that a namespace is labelled for, and of which a viewer may see something; by name. */
export function domainPage(
  { q = '', limit }: DomainPageQuery,
  allows: VisibilityFilter,
  {
    entities,
    domains,
  }: {
    entities: EntityDirectory;
    domains: Pick<DomainDirectory, 'labelled'>;
  },
): Omit<DomainPage, 'warming'> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found: string[] = [];
  for (const domainRef of refsOf(entities, domains)) {
    const domain = entities.get(domainRef);
    const text = `${nameOf(domainRef)}\n${domain?.title ?? ''}`.toLowerCase();
    const { ownerRef } = domain ?? {};
    if (
      words.every(word => text.includes(word)) &&
      NATURES.some(nature => allows({ domainRef, ownerRef, nature }))
    ) {
      found.push(domainRef);
    }
  }
  return {
    items: found
      .sort()
      .slice(0, limit)
      .map(entityRef => {
        const title = entities.get(entityRef)?.title;
        return { entityRef, ...(title && { title }) };
      }),
    total: found.length,
  };
}

function refsOf(
  entities: EntityDirectory,
  domains: Pick<DomainDirectory, 'labelled'>,
): ReadonlySet<string> {
  const refs = new Set<string>();
  for (const { entityRef, type } of entities.all()) {
    if (type === TYPE_DOMAIN) refs.add(entityRef);
  }
  for (const { domainRef } of domains.labelled()) {
    if (domainRef) refs.add(domainRef);
  }
  return refs;
}

function nameOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
