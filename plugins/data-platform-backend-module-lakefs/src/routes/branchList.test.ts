import {
  IndexedObject,
  SystemHost,
} from '@millrace/backstage-plugin-data-platform-node';
import express from 'express';
import request from 'supertest';
import { addBranchRoutes } from './branches';
import { branchListQuery, branchPage } from './branchList';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const HOUR = 3_600_000;

function branch(
  name: string,
  more: {
    spec?: object;
    status?: object;
    health?: string;
    reason?: string;
  } = {},
): IndexedObject {
  const { health = 'healthy', reason = 'UpToDate' } = more;
  return {
    row: {
      ...{ name, namespace: 'lake', source: 's', domainRef: 'domain:d/a' },
      assessment: { health, reason, message: '' },
    },
    object: { spec: { ...more.spec }, status: { head: 'c', ...more.status } },
  } as unknown as IndexedObject;
}

const ALL = [
  branch('main', { spec: { protectedBy: 'main' } }),
  branch('fix-prices', {
    spec: { owner: 'user:default/ada', expiresAt: NOW + 2 * HOUR },
    status: { commit: { at: 5 } },
  }),
  branch('over', {
    spec: { owner: 'group:default/b', expiresAt: NOW - HOUR },
    ...{ health: 'degraded', reason: 'Expired' },
  }),
  branch('clash', {
    spec: { owner: 'user:default/ada', purpose: 'New PRICES' },
    ...{ health: 'degraded', reason: 'WouldConflict' },
  }),
];

const page = (query: Record<string, string>) =>
  branchPage(ALL, branchListQuery.parse(query), NOW);
const names = (query: Record<string, string>) =>
  page(query).items.map(({ name }) => name);

describe('a page of branches', () => {
  it.each([
    [{ name: 'main' }, ['main']],
    [{ name: 'mai' }, []],
    [{ q: 'prices' }, ['clash', 'fix-prices']],
    [{ owner: 'user:default/ada' }, ['clash', 'fix-prices']],
    [
      { owner: 'user:default/ada,group:default/b' },
      ['clash', 'over', 'fix-prices'],
    ],
    [{ health: 'degraded' }, ['clash', 'over']],
    [{ reason: 'Expired,WouldConflict' }, ['clash', 'over']],
    [{ protected: 'yes' }, ['main']],
    [{ protected: 'no' }, ['clash', 'over', 'fix-prices']],
    [{ expiresWithinHours: '24' }, ['over', 'fix-prices']],
    [{ expiresWithinHours: '0' }, ['over']],
    [{ domainRef: 'domain:d/b' }, []],
    [{ sort: 'expires', limit: '2' }, ['over', 'fix-prices']],
    [{ sort: 'name', order: 'desc' }, ['over', 'main', 'fix-prices', 'clash']],
    [{ sort: 'lastCommit', limit: '1' }, ['fix-prices']],
    [{ sort: 'name', offset: '2' }, ['main', 'over']],
  ])('with %j has %j', (query, expected) => {
    expect(names(query as Record<string, string>)).toEqual(expected);
  });

  it('counts what matches but for health and reason', () => {
    const { counts, reasons, total } = page({ health: 'failed' });
    expect(total).toBe(0);
    expect([counts.healthy, counts.degraded]).toEqual([2, 2]);
    expect(reasons).toEqual({ UpToDate: 2, Expired: 1, WouldConflict: 1 });
    expect(page({ q: 'prices' }).counts.healthy).toBe(1);
  });

  it('names the owners of all, whatever is filtered', () => {
    expect(page({ q: 'main' }).owners).toEqual([
      'group:default/b',
      'user:default/ada',
    ]);
  });

  it.each([
    [{ health: 'green' }, 'must be one or more of'],
    [{ limit: '1000' }, '200'],
    [{ protected: 'maybe' }, 'yes'],
    [{ expiresWithinHours: '-1' }, '0'],
  ])('refuses %j', (query, message) => {
    const { error } = branchListQuery.safeParse(query);
    expect(error?.message).toContain(message);
  });

  it('takes ten thousand within one pass', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => branch(`b-${at}`));
    const result = branchPage(many, branchListQuery.parse({ q: 'b-99' }), NOW);
    expect(result.total).toBe(111);
  });
});

describe('one branch', () => {
  it('tells the runs that were started on it, of those that the viewer sees', async () => {
    const { row, object } = branch('fix-prices');
    const viewer = { mayOperate: () => true };
    const asked: unknown[] = [];
    const host = {
      viewer: async () => viewer,
      get: () => ({ row: { ...row, kind: 'Branch', source: 's' }, object }),
      runsOn: async (...args: unknown[]) => {
        asked.push(args);
        return { items: [{ name: 'orders-x1', outcome: 'failed' }] };
      },
    } as unknown as SystemHost;
    const router = express.Router();
    addBranchRoutes(router, { host, sources: [], records: {} as never });
    const app = express().use(router);
    const { body } = await request(app).get('/branches/id-1/runs?limit=1');
    expect(body).toEqual({
      items: [{ name: 'orders-x1', outcome: 'failed' }],
    });
    expect(asked).toEqual([
      [
        { source: 's', repository: 'lake', branch: 'fix-prices' },
        { limit: 1 },
        viewer,
      ],
    ]);
  });
});
