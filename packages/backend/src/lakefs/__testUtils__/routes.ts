import { LakefsWorld } from './LakefsWorld';

/** One call of a route about one repository or branch. */
export interface RouteSample {
  /** Query and path; `repo` is the repository that is asked for. */
  url(repo: string, world: LakefsWorld): string;
  /** A list of everything: each person gets their part of it. */
  filtered?: true;
}

const below = (rest: string): RouteSample => ({
  url: repo => `/v1/lakefs/repositories/lake/${repo}/${rest}`,
});

const idOf = (world: LakefsWorld, repo: string, branch: string) =>
  world.ids.get(`${repo}/${branch}`) ?? `none-${repo}`;

const AT = '/v1/lakefs/repositories/{source}/{repository}';

/** Every route of lakeFS that is read. A new one fails the test until it stands here. */
export const ROUTES: Readonly<Record<string, readonly RouteSample[]>> = {
  '/v1/lakefs/repositories': [
    { url: () => '/v1/lakefs/repositories', filtered: true },
    {
      url: repo => `/v1/lakefs/repositories?entityRef=resource:default/${repo}`,
      filtered: true,
    },
  ],
  '/v1/lakefs/branches': [
    { url: () => '/v1/lakefs/branches?limit=200', filtered: true },
    {
      url: repo => `/v1/lakefs/branches?source=lake&repository=${repo}`,
      filtered: true,
    },
    {
      url: () =>
        '/v1/lakefs/branches?name=clash&health=degraded&reason=WouldConflict&protected=no&expiresWithinHours=0&owner=user:default/none',
      filtered: true,
    },
  ],
  '/v1/lakefs/history': [
    { url: () => '/v1/lakefs/history', filtered: true },
    {
      url: repo => `/v1/lakefs/history?entityRef=resource:default/${repo}`,
      filtered: true,
    },
  ],
  '/v1/lakefs/branches/{id}': [
    {
      url: (repo, world) => `/v1/lakefs/branches/${idOf(world, repo, 'clash')}`,
    },
  ],
  '/v1/lakefs/branches/{id}/runs': [
    {
      url: (repo, world) =>
        `/v1/lakefs/branches/${idOf(world, repo, 'clash')}/runs`,
    },
  ],
  [`${AT}/refs`]: [below('refs'), below('refs?q=cl&limit=1')],
  [`${AT}/deleted`]: [below('deleted'), below('deleted?q=x&limit=1')],
  [`${AT}/diff`]: [
    below('diff?left=main&right=clash'),
    below('diff?left=main&right=done&type=two_dot&delimiter=/&prefix=tables/'),
  ],
  [`${AT}/diff-groups`]: [below('diff-groups?left=main&right=done')],
  [`${AT}/uncommitted`]: [below('uncommitted?branch=spare')],
  [`${AT}/conflicts`]: [below('conflicts?source=clash&destination=main')],
  [`${AT}/commits`]: [
    below('commits?ref=clash'),
    below('commits?ref=main&path=tables/orders/a.csv&limit=1'),
  ],
  [`${AT}/checks`]: [below('checks'), below('checks?branch=main')],
  [`${AT}/checks/{run}`]: [
    {
      url: (repo, world) =>
        `/v1/lakefs/repositories/lake/${repo}/checks/${
          world.checks.get(repo) ?? 'none'
        }`,
    },
  ],
  [`${AT}/objects`]: [
    below('objects?ref=main'),
    below('objects?ref=v1&prefix=tables/orders/'),
  ],
  [`${AT}/preview`]: [below('preview?ref=clash&path=tables/orders/a.csv')],
};

/** Routes that are asked elsewhere. */
export const OTHERS: readonly string[] = [
  // Checked by a secret of its own: lakefs.test.ts.
  'post /v1/lakefs/webhook/{server}',
];

/** Operations that are asked elsewhere. */
export const OTHER_OPERATIONS: readonly string[] = [
  // Of a repository that has no entity yet: register.test.ts.
  'lakefs:register',
];

/** An operation that nothing but the person stands against. */
export interface OperationSample {
  /** The branch that it is asked of; default: the entity of the repository. */
  on?: string;
  input: object;
}

/** Every operation of lakeFS. */
export const OPERATIONS: Readonly<Record<string, OperationSample>> = {
  'lakefs:branch-create': {
    input: { name: 'fresh', purpose: 'A try', days: 3 },
  },
  'lakefs:commit': { input: { branch: 'spare', message: 'Notes' } },
  'lakefs:merge': { input: { source: 'done', destination: 'main' } },
  'lakefs:discard': { on: 'spare', input: {} },
  'lakefs:branch-set': { on: 'done', input: { purpose: 'Prices' } },
  'lakefs:revert': { input: { branch: 'done', commit: 'done' } },
  'lakefs:tag': { input: { id: 'v2', ref: 'main' } },
  'lakefs:branch-delete': { input: { branch: 'done' } },
  'lakefs:branch-restore': { input: { branch: 'lost' } },
};

/** The body of a request for an operation on a repository; of one that is not there, too. */
export function operationBody(
  operation: string,
  repo: string,
  world: LakefsWorld,
): object {
  const { on, input } = OPERATIONS[operation];
  const about = on
    ? { resourceId: idOf(world, repo, on) }
    : { entityRef: `resource:default/${repo}` };
  return { operation, input, ...about };
}
