import { ApprovalRecord } from '../ApprovalRecord';
import { Reviewer } from '../rights';

export const AT = Date.parse('2026-11-23T10:00:00Z');
export const SALES = 'group:default/sales-team';

/** A request of Ada's that waits for the sales team. */
export function record(given: Partial<ApprovalRecord> = {}): ApprovalRecord {
  return {
    id: 'a-1',
    operation: 'toys:merge',
    title: 'Merge fix into main of lake',
    reason: 'A rule protects main.',
    request: { operation: 'toys:merge', resourceId: 'r-1', input: {} },
    about: 'about-1',
    pins: { source: 'c1' },
    calls: [
      {
        ...{ id: 'merge', title: 'Merge', source: 'toys', action: 'merge' },
        values: { branch: 'fix' },
      },
    ],
    resourceId: 'r-1',
    belongs: {
      ownerRef: SALES,
      domainRef: 'domain:default/sales',
      nature: 'branch',
    },
    entityRef: 'resource:default/lake',
    requestedBy: 'user:default/ada',
    requestedAt: AT,
    approverRefs: [SALES],
    state: 'open',
    commentCount: 0,
    ...given,
  };
}

/** Somebody of these groups, who sees nothing beyond what takes part in. */
export function reviewer(
  name: string,
  groups: readonly string[] = [],
  extra: { administers?: boolean; sees?: boolean } = {},
): Reviewer {
  const userRef = `user:default/${name}`;
  return {
    userRef,
    ownershipRefs: [userRef, ...groups],
    read: { allows: () => extra.sees ?? false },
    may: { administer: extra.administers ?? false },
  };
}

export const ada = reviewer('ada', [SALES]);
export const olga = reviewer('olga', [SALES]);
export const paul = reviewer('paul', [SALES]);
export const nils = reviewer('nils', ['group:default/analysts']);
export const root = reviewer('root', [], { administers: true });

export const signal = new AbortController().signal;
