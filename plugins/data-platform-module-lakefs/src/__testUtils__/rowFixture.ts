import {
  Assessment,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';

/** A row of the index of the demo's repository. */
export function rowFixture(
  kind: 'Branch' | 'Repository',
  name: string,
  assessment: Pick<Assessment, 'health' | 'reason' | 'message' | 'nextStep'>,
): PlatformResource {
  return {
    id: `${kind.toLowerCase()}-${name}`,
    version: 1,
    source: 'lake',
    group: 'lakefs.io',
    apiVersion: 'lakefs.io/v1',
    kind,
    nature: kind === 'Branch' ? 'branch' : 'dataset',
    namespace: 'sales-lake',
    name,
    uid: `${kind}/sales-lake/${name}`,
    createdAt: '2026-08-01T00:00:00Z',
    entityRef: 'resource:default/sales-lake',
    productRef: 'system:default/orders-product',
    domainRef: 'domain:default/sales',
    ownerRef: 'group:default/sales-team',
    claim: 'verified',
    assessment,
    facts: [],
  };
}
