import fc from 'fast-check';
import {
  ANNOTATION_RUN_DATE,
  LABEL_SERIES,
} from '@millrace/backstage-plugin-data-platform-common';
import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';
import { namespace } from './__testUtils__/evidence';
import {
  domain,
  job,
  product,
  StaticEntities,
} from './__testUtils__/StaticEntities';
import { ToyStatus } from './__testUtils__/toyIntegration';
import { ResourceQuery } from './types';

const JOB = { 'backstage.io/kubernetes-id': 'orders-daily' };

function start(): IndexHarness {
  const harness = new IndexHarness(
    new StaticEntities(
      domain('sales'),
      product('orders', 'sales'),
      job('orders-daily', 'orders'),
    ),
  );
  harness.evidence({
    type: 'namespace',
    op: 'upsert',
    scope: 'domains',
    item: namespace('sales', 'default.sales'),
  });
  return harness;
}

/** A run of the job, made at that hour. */
function run(
  name: string,
  hour: number,
  status?: ToyStatus,
  metadata: object = {},
) {
  const at = `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`;
  return toy(name, status, {
    creationTimestamp: at,
    labels: JOB,
    ...metadata,
  });
}

const FAILED: ToyStatus = { outcome: 'failed' };
const DONE: ToyStatus = { outcome: 'succeeded' };
const STOPPED: ToyStatus = { outcome: 'cancelled' };
const RUNNING: ToyStatus = { health: 'healthy' };

/** Names of the rows that are history. */
function past(harness: IndexHarness): string[] {
  harness.tick();
  return harness
    .rows()
    .filter(row => row.superseded)
    .map(row => row.name);
}

describe('runs that a newer one of the same job has superseded', () => {
  it('are those that have ended', () => {
    const harness = start();
    harness.upsert(run('monday', 1, FAILED));
    expect(past(harness)).toEqual([]);
    harness.upsert(run('tuesday', 2, RUNNING));
    expect(past(harness)).toEqual(['monday']);
    harness.upsert(run('wednesday', 3, RUNNING));
    expect(past(harness)).toEqual(['monday']);
    harness.upsert(run('tuesday', 2, DONE));
    expect(past(harness)).toEqual(['monday', 'tuesday']);
  });

  it('are present again when the newer one is deleted', () => {
    const harness = start();
    harness.upsert(run('monday', 1, FAILED));
    harness.upsert(run('tuesday', 2, DONE));
    expect(past(harness)).toEqual(['monday']);
    harness.index.sink.remove(scope(), run('tuesday', 2, DONE));
    expect(past(harness)).toEqual([]);
  });

  it('are not those before a run that somebody stopped: it says nothing about the job', () => {
    const harness = start();
    harness.upsert(run('monday', 1, FAILED));
    harness.upsert(run('tuesday', 2, STOPPED));
    expect(past(harness)).toEqual([]);
    harness.upsert(run('wednesday', 3, DONE));
    expect(past(harness)).toEqual(['monday', 'tuesday']);
  });

  it('are present again when the newer one is stopped', () => {
    const harness = start();
    harness.upsert(run('monday', 1, FAILED));
    harness.upsert(run('tuesday', 2, RUNNING));
    harness.upsert(run('tuesday', 2, STOPPED));
    expect(past(harness)).toEqual([]);
  });

  it('are not runs of another job, or of none', () => {
    const harness = start();
    harness.upsert(run('monday', 1, FAILED, { labels: {} }));
    harness.upsert(run('tuesday', 2, DONE));
    expect(past(harness)).toEqual([]);
  });

  it('are, for a schedule that no entity knows, its runs', () => {
    const harness = start();
    const owned = {
      labels: {},
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Schedule', name: 's', uid: 'uid-s' },
      ],
    };
    harness.upsert(run('monday', 1, FAILED, owned));
    harness.upsert(run('tuesday', 2, DONE, owned));
    expect(past(harness)).toEqual(['monday']);
  });

  it('are, in a back-fill, only those for the same date', () => {
    const harness = start();
    const forDate = (date: string) => ({
      labels: { ...JOB, [LABEL_SERIES]: 'series-1' },
      annotations: { [ANNOTATION_RUN_DATE]: date },
    });
    harness.upsert(run('nightly', 1, FAILED));
    harness.upsert(run('of-january', 2, FAILED, forDate('2026-01-01')));
    harness.upsert(run('of-february', 3, DONE, forDate('2026-02-01')));
    expect(past(harness)).toEqual([]);
    harness.upsert(run('of-january-2', 4, DONE, forDate('2026-01-01')));
    expect(past(harness)).toEqual(['of-january']);
  });
});

describe('lists', () => {
  const query = (harness: IndexHarness, over: Partial<ResourceQuery> = {}) => {
    const { items, ...rest } = harness.index.resources.query(
      { sort: 'severity', order: 'asc', limit: 100, offset: 0, ...over },
      () => true,
    );
    return { names: items.map(row => row.name), ...rest };
  };
  const harness = start();
  harness.upsert(run('failed-once', 1, FAILED));
  harness.upsert(run('good-now', 2, DONE));
  harness.upsert(run('other', 3, FAILED, { labels: {} }));
  harness.tick();

  it('have history last, and out of the counts', () => {
    expect(query(harness)).toMatchObject({
      names: ['other', 'good-now', 'failed-once'],
      total: 3,
      counts: { failed: 1, healthy: 1 },
      superseded: 1,
    });
  });

  it('of what has failed leave out what is good by now', () => {
    expect(query(harness, { health: ['failed'] })).toMatchObject({
      names: ['other'],
      total: 1,
      superseded: 1,
    });
  });

  it('leave history out, or show it alone', () => {
    expect(query(harness, { superseded: 'exclude' }).names).toEqual([
      'other',
      'good-now',
    ]);
    const only = { superseded: 'only' } as const;
    expect(query(harness, only).names).toEqual(['failed-once']);
    expect(query(harness, { ...only, health: ['healthy'] }).total).toBe(0);
    expect(query(harness, { ...only, health: ['failed'] }).total).toBe(1);
  });
});

it('does not depend on the order in which runs become known', () => {
  const status = fc.constantFrom(FAILED, DONE, STOPPED, RUNNING);
  const story = fc.array(
    fc.record({ n: fc.integer({ min: 0, max: 4 }), status }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(story, steps => {
      const last = new Map(steps.map(each => [each.n, each.status]));
      const played = start();
      for (const { n, status: is } of steps) {
        played.upsert(run(`run-${n}`, n, is));
      }
      const listed = start();
      for (const [n, is] of [...last].sort(([a], [b]) => b - a)) {
        listed.upsert(run(`run-${n}`, n, is));
      }
      const expected = [...last]
        .filter(
          ([n, is]) =>
            is !== RUNNING &&
            [...last].some(([other, its]) => other > n && its !== STOPPED),
        )
        .map(([n]) => `run-${n}`)
        .sort();
      expect(past(played)).toEqual(expected);
      expect(past(listed)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
