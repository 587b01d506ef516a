import {
  Approval,
  ApprovalPage,
  ApprovalState,
} from '@millrace/backstage-plugin-data-platform-common';
import { ApprovalQuery } from '../api/View';
import { Ago } from './assessments';

const HEAD = 'c0ffee'.padEnd(64, '1');

/** A request of olga to merge a branch, which ada may decide. */
export function approvalFixture(
  ago: Ago,
  patch: Partial<Approval> = {},
): Approval {
  return {
    id: 'apr-1',
    operation: 'lakefs:merge',
    title: 'Merge price-as-text into main of sales-lake',
    reason: 'The rule `main` protects main of sales-lake.',
    request: {
      operation: 'lakefs:merge',
      resourceId: 'branch-1',
      input: {
        destination: 'main',
        strategy: 'source-wins',
        squash: true,
        message: '<b>Prices</b> as text',
      },
    },
    resourceId: 'branch-1',
    entityRef: 'resource:default/sales-lake',
    requestedBy: 'user:default/olga',
    requestedAt: ago(30),
    approverRefs: ['group:default/sales-team'],
    state: 'open',
    pins: { source: HEAD, destination: 'main-2' },
    link: '/catalog/default/resource/sales-lake/branches?branch=price-as-text&view=diff',
    comments: [
      {
        id: 'com-1',
        by: 'user:default/olga',
        at: ago(30),
        text: 'The column was read as a number.\n<img src=x onerror=alert(1)>',
      },
    ],
    commentCount: 1,
    mayDecide: true,
    mayWithdraw: false,
    mayComment: true,
    ...patch,
  };
}

/** One request in each state: the open one waits for ada, the approved one is her own. */
export function approvalFixtures(ago: Ago): Approval[] {
  const of = (state: ApprovalState, patch: Partial<Approval>) =>
    approvalFixture(ago, {
      id: `apr-${state}`,
      title: `Merge ${state}-branch into main of sales-lake`,
      state,
      mayDecide: false,
      comments: [],
      commentCount: 0,
      ...patch,
    });
  return [
    approvalFixture(ago),
    of('approved', {
      requestedBy: 'user:default/ada',
      decidedBy: 'user:default/nils',
      decidedAs: 'administrator',
      decidedAt: ago(5),
      mayWithdraw: true,
      commentCount: 2,
    }),
    of('rejected', { decidedBy: 'user:default/nils', decidedAt: ago(60) }),
    of('withdrawn', { mayComment: false }),
    of('done', {
      decidedBy: 'user:default/nils',
      operationId: 'op-merge',
      mayComment: false,
    }),
    of('stale', {
      stateReason: '`main` has moved since: it holds two more commits.',
    }),
  ];
}

/** A page of requests, as the API filters and cuts them; signed in is ada. */
export function approvalPageFixture(
  all: readonly Approval[],
  query: ApprovalQuery,
): ApprovalPage {
  const { role = 'all', state, entityRef, limit = 25, offset = 0 } = query;
  const mine = (one: Approval) => one.requestedBy === 'user:default/ada';
  const found = all.filter(
    one =>
      (role !== 'requested' || mine(one)) &&
      (role !== 'toReview' || (!mine(one) && one.mayDecide)) &&
      (!state || one.state === state) &&
      (!entityRef || one.entityRef === entityRef),
  );
  return {
    items: found
      .slice(offset, offset + limit)
      .map(one => ({ ...one, comments: [] })),
    total: found.length,
    toReview: all.filter(one => one.state === 'open' && one.mayDecide).length,
  };
}
