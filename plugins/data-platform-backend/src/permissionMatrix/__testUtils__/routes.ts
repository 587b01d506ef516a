import { NAMES } from './clusterContent';
import { Expectation } from './expectations';
import { World } from './World';

/** One call of a route, and what is expected of it. */
export interface RouteSample {
  expect: Expectation;
  url(world: World): string;
  /** What is sent. */
  body?(world: World): object;
  /** The answer has no end: its status is all that is asked. */
  endless?: true;
}

/**
 * Every route of the OpenAPI document, by method and path. A new route fails the test until it stands here: choose what
 * is expected of it, and give a URL for each kind of thing that it can be asked for.
 */
export const ROUTES: Readonly<Record<string, readonly RouteSample[]>> = {
  'get /v1/resources': [
    { expect: 'read: filtered', url: () => '/v1/resources?limit=200' },
    { expect: 'read: filtered', url: () => '/v1/resources?q=canary' },
    {
      expect: 'read: filtered',
      url: () => '/v1/resources?domainRef=domain:default/logistics',
    },
  ],
  'get /v1/resources/{id}': [
    { expect: 'read: own', url: ({ own }) => `/v1/resources/${own.id}` },
    {
      expect: 'read: foreign',
      url: ({ foreign }) => `/v1/resources/${foreign.id}`,
    },
  ],
  'get /v1/resources/{id}/logs': [
    {
      expect: 'read: own, on the cluster',
      url: ({ own }) => `/v1/resources/${own.id}/logs?pod=${own.pod}`,
    },
  ],
  'get /v1/resources/{id}/manifest': [
    {
      expect: 'read: own, on the cluster',
      url: ({ own }) => `/v1/resources/${own.id}/manifest`,
    },
  ],
  'get /v1/runs': [
    { expect: 'read: filtered', url: () => '/v1/runs' },
    {
      expect: 'read: filtered',
      url: () => '/v1/runs?domainRef=domain:default/logistics',
    },
    {
      expect: 'read: foreign',
      url: ({ foreign }) => `/v1/runs?resourceId=${foreign.id}`,
    },
  ],
  'get /v1/runs/{id}': [
    { expect: 'read: own', url: ({ own }) => `/v1/runs/${own.runId}` },
    {
      expect: 'read: foreign',
      url: ({ foreign }) => `/v1/runs/${foreign.runId}`,
    },
  ],
  'get /v1/summary': [
    { expect: 'read: filtered', url: () => '/v1/summary' },
    {
      expect: 'read: filtered',
      url: () => '/v1/summary?domainRef=domain:default/logistics',
    },
  ],
  'get /v1/jobs/{namespace}/{name}': [
    { expect: 'read: own', url: () => '/v1/jobs/default/orders-daily' },
    { expect: 'read: foreign', url: () => '/v1/jobs/default/shipments-track' },
  ],
  'get /v1/domains': [
    { expect: 'read: filtered', url: () => '/v1/domains' },
    { expect: 'read: filtered', url: () => '/v1/domains?q=log' },
  ],
  'get /v1/domains/{namespace}/{name}': [
    { expect: 'read: own', url: () => '/v1/domains/default/sales' },
    { expect: 'read: foreign', url: () => '/v1/domains/default/logistics' },
  ],
  'get /v1/sources': [{ expect: 'read: filtered', url: () => '/v1/sources' }],
  'get /v1/presets': [{ expect: 'read: filtered', url: () => '/v1/presets' }],
  'get /v1/stream': [
    { expect: 'read: filtered', url: () => '/v1/stream', endless: true },
  ],
  'get /v1/operations': [
    { expect: 'read: filtered', url: () => '/v1/operations' },
  ],
  'get /v1/operations/{id}': [
    { expect: 'read: what was done', url: () => '/v1/operations/unknown' },
    {
      expect: 'read: what the owner did',
      url: ({ made }) => `/v1/operations/${made[0]}`,
    },
  ],
  'get /v1/approvals': [
    { expect: 'read: filtered', url: () => '/v1/approvals' },
    { expect: 'read: filtered', url: () => '/v1/approvals?role=toReview' },
  ],
  'post /v1/approvals': [
    {
      expect: 'ask: what needs no leave',
      url: () => '/v1/approvals',
      body: ({ own }) => ({
        request: { operation: 'spark:stop', resourceId: own.id },
      }),
    },
  ],
  'get /v1/approvals/{id}': [
    { expect: 'read: what was done', url: () => '/v1/approvals/unknown' },
  ],
  'post /v1/approvals/{id}/comments': [
    {
      expect: 'read: what was done',
      url: () => '/v1/approvals/unknown/comments',
      body: () => ({ text: 'Why?' }),
    },
  ],
  'post /v1/approvals/{id}/decision': [
    {
      expect: 'read: what was done',
      url: () => '/v1/approvals/unknown/decision',
      body: () => ({ decision: 'approve' }),
    },
  ],
  'post /v1/approvals/{id}/withdraw': [
    {
      expect: 'read: what was done',
      url: () => '/v1/approvals/unknown/withdraw',
    },
  ],
  'get /v1/notebook-servers': [
    { expect: 'read: filtered', url: () => '/v1/notebook-servers' },
    {
      expect: 'read: filtered',
      url: () => '/v1/notebook-servers?domainRef=domain:default/logistics',
    },
  ],
  'get /v1/notebook-servers/{namespace}/{name}': [
    {
      expect: 'read: own',
      url: () => `/v1/notebook-servers/default/sales-${NAMES.notebook}`,
    },
    {
      expect: 'read: foreign',
      url: () =>
        `/v1/notebook-servers/default/logistics-${NAMES.foreignNotebook}`,
    },
  ],
  'get /v1/notebook-options': [
    {
      expect: 'read: own',
      url: () => '/v1/notebook-options?domainRef=domain:default/sales',
    },
    {
      expect: 'read: foreign',
      url: () => '/v1/notebook-options?domainRef=domain:default/logistics',
    },
  ],
  'get /v1/adoption': [{ expect: 'read: filtered', url: () => '/v1/adoption' }],
  'get /v1/catalog-entities': [
    { expect: 'service: catalog alone', url: () => '/v1/catalog-entities' },
  ],
};

/** These take an operation, each of which has expectations of its own. */
export const OPERATION_ROUTES: readonly string[] = [
  'post /v1/operations/plan',
  'post /v1/operations',
];
