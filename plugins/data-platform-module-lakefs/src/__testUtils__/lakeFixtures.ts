import { Entity } from '@backstage/catalog-model';
import {
  LakefsCommit,
  LakefsDeletedBranch,
  LakefsRepository,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import { NOW } from './branchFixtures';
import { rowFixture } from './rowFixture';

/** The repository of the fixtures, as the catalog has it. */
export const lakeEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'sales-lake',
    namespace: 'default',
    title: 'Sales lake',
    annotations: {
      'millrace.dev/source': 'lake',
      'millrace.dev/repository': 'sales-lake',
    },
  },
  spec: {
    type: 'lakefs-repository',
    owner: 'group:default/sales-team',
    system: 'orders-product',
  },
};

/** The data product that the repository belongs to. */
export const productEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'orders-product', namespace: 'default' },
  spec: { type: 'data-product', owner: 'group:default/sales-team' },
};

/** The repository, as the backend tells of it. */
export function repositoryFixture(
  patch: Partial<LakefsRepository> = {},
): LakefsRepository {
  const message = '13 branches.';
  const row = rowFixture('Repository', 'sales-lake', {
    health: 'healthy',
    reason: 'Available',
    message,
  });
  return {
    resource: {
      ...row,
      assessment: { ...row.assessment, evidence: [], remedies: [] },
    },
    source: 'lake',
    sandbox: true,
    repository: 'sales-lake',
    defaultBranch: 'main',
    readOnly: false,
    protection: ['main', 'release-*'],
    branches: 13,
    truncated: false,
    waiting: 0,
    uiUrl: 'https://lake.example/repositories/sales-lake/branches',
    mayOperate: true,
    oneUser: true,
    note: 'This lakeFS knows one user for everybody: the portal is the access control here.',
    ...patch,
  };
}

/** Commits of every origin, newest first. */
export function commitFixtures(): LakefsCommit[] {
  const hour = 3_600_000;
  const commit = (
    n: number,
    message: string,
    rest: Partial<LakefsCommit>,
  ): LakefsCommit => ({
    id: String(n).repeat(64),
    message,
    fullMessage: message,
    at: NOW - n * hour,
    committer: 'admin',
    metadata: {},
    parents: [String(n + 1).repeat(64)],
    isMerge: false,
    origin: 'outside',
    url: `https://lake.example/commits/${n}`,
    ...rest,
  });
  return [
    commit(1, 'Merge late orders', {
      user: 'user:default/ada',
      origin: 'portal',
      operation: 'lakefs:merge',
      operationId: 'op-1',
      isMerge: true,
      parents: ['2'.repeat(64), '9'.repeat(64)],
    }),
    commit(2, 'Load orders', {
      user: 'user:default/olga',
      origin: 'claimed',
      link: 'https://elsewhere.example/build/7',
      fullMessage: 'Load orders\n\nAll of November.',
    }),
    commit(3, 'Create table orders', { parents: [] }),
  ];
}

/** Branches that were deleted: by a person, and outside the portal. */
export function deletedFixtures(): LakefsDeletedBranch[] {
  return [
    {
      name: 'old-prices',
      lastCommit: '4'.repeat(64),
      deletedAt: NOW - 3_600_000,
      deletedBy: 'user:default/ada',
      owner: 'group:default/sales-team',
      purpose: 'prices of last year',
    },
    {
      name: 'gone-elsewhere',
      lastCommit: '5'.repeat(64),
      deletedAt: NOW - 7_200_000,
    },
  ];
}

/** What a person may do with a branch. */
export function branchOperations(
  patch: Readonly<Record<string, Partial<OperationAvailability>>> = {},
): OperationAvailability[] {
  const titles = {
    'lakefs:commit': 'Commit',
    'lakefs:merge': 'Merge',
    'lakefs:discard': 'Discard uncommitted',
    'lakefs:branch-set': 'Owner, purpose and expiry',
    'lakefs:revert': 'Revert',
    'lakefs:tag': 'Tag',
    'lakefs:branch-delete': 'Delete branch',
  };
  return Object.entries(titles).map(([id, title]) => ({
    id,
    title,
    available: true,
    ...patch[id],
  }));
}
