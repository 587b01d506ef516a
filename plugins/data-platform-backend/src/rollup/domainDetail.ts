import {
  DomainDetail,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { DomainPlacement, KnownEntity } from '../join/types';
import { ResourceIndex } from '../store/types';
import { containerLimits } from './containerLimits';
import { quotaLines } from './quotaLines';
import { unreadEvidence } from './unreadEvidence';

const ROLE_ORDER = ['owner', 'member', 'viewer'];

const EVIDENCE = { quota: 'ResourceQuota', limits: 'LimitRange' } as const;

/** Where a domain lives, its quota and limits in numbers and its roles. A domain without a namespace has empty lists. */
export function domainDetail(
  entityRef: string,
  entity: KnownEntity | undefined,
  placements: readonly DomainPlacement[],
  index: ResourceIndex,
  sources: readonly Source[],
  prefixOf: (source: string) => string | undefined,
): DomainDetail {
  const [first] = placements;
  const source = sources.find(one => one.name === first?.source);
  const since = source?.lastContact ?? source?.since;
  const down = source?.state === 'stale' || source?.state === 'unreachable';
  const problems = unread(placements, sources);
  return {
    entityRef,
    ...(entity?.ownerRef && { ownerRef: entity.ownerRef }),
    ...(first && { source: first.source }),
    namespaces: [...new Set(placements.flatMap(place => place.namespaces))],
    quota: quotaLines(
      placements.flatMap(place =>
        place.namespaces.flatMap(namespace =>
          index.quotas(place.source, namespace),
        ),
      ),
    ),
    limits: placements.flatMap(place =>
      place.namespaces.flatMap(namespace =>
        containerLimits(
          place.source,
          index.limitRanges(place.source, namespace),
        ),
      ),
    ),
    ...(problems.length > 0 && { problems }),
    roles: rolesOf(placements, prefixOf),
    ...(source &&
      down &&
      since && { stale: { since, message: source.message } }),
    version: index.version,
  };
}

/** What of the clusters of a domain is not watched: none of it there is no proof that there is none. */
function unread(
  placements: readonly DomainPlacement[],
  sources: readonly Source[],
): NonNullable<DomainDetail['problems']> {
  return placements.flatMap(place => {
    const source = sources.find(({ name }) => name === place.source);
    return (['quota', 'limits'] as const).flatMap(part => {
      const message = unreadEvidence(source, EVIDENCE[part], place.source);
      return message ? [{ part, message }] : [];
    });
  });
}

/** Groups as the catalog names them; one that is no portal group is told as the cluster names it. */
function rolesOf(
  placements: readonly DomainPlacement[],
  prefixOf: (source: string) => string | undefined,
) {
  const groups = new Map<string, Set<string>>();
  for (const { source, bindings } of placements) {
    const prefix = prefixOf(source);
    for (const binding of bindings) {
      const known = groups.get(binding.role) ?? new Set<string>();
      for (const group of binding.groups) {
        const ours = prefix && group.startsWith(prefix);
        known.add(ours ? group.slice(prefix.length) : group);
      }
      groups.set(binding.role, known);
    }
  }
  const order = (role: string) => {
    const at = ROLE_ORDER.indexOf(role);
    return at < 0 ? ROLE_ORDER.length : at;
  };
  return [...groups]
    .map(([role, members]) => ({ role, groups: [...members].sort() }))
    .sort(
      (a, b) => order(a.role) - order(b.role) || (a.role < b.role ? -1 : 1),
    );
}
