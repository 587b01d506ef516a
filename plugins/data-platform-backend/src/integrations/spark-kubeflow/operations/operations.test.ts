import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { scheduleOperations } from './scheduleOperations';
import { sparkApplicationOperations } from './sparkApplicationOperations';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const input = {
  values: {},
  actor: 'user:default/ada',
  operationId: 'op-1',
  now: NOW,
};

function app(state: string, more: any = {}): KubernetesObject {
  return {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: {
      name: 'orders-daily-mf3k2x1a',
      namespace: 'sales',
      uid: 'u-1',
      labels: {
        'backstage.io/kubernetes-id': 'orders-daily',
        'sparkoperator.k8s.io/scheduled-app-name': 'orders-daily',
      },
      annotations: {
        'millrace.dev/definition': 'abc',
        'millrace.dev/started-by': 'user:default/bob',
      },
      ...more.metadata,
    },
    spec: { type: 'Python', suspend: false, arguments: ['a'], ...more.spec },
    status: { applicationState: { state } },
  };
}

function availability(object: KubernetesObject): Record<string, unknown> {
  const operations =
    object.kind === 'SparkApplication'
      ? sparkApplicationOperations
      : scheduleOperations;
  return Object.fromEntries(
    operations.map(({ id, availability: of }) => [
      id,
      of(object, { now: NOW }),
    ]),
  );
}

function planOf(id: string, object: KubernetesObject) {
  const all = [...sparkApplicationOperations, ...scheduleOperations];
  return all.find(operation => operation.id === id)!.plan(object, input);
}

describe('a run', () => {
  it.each([
    ['', ['spark:stop', 'spark:suspend']],
    ['RUNNING', ['spark:stop', 'spark:suspend']],
    ['FAILED', ['spark:rerun']],
    ['COMPLETED', ['spark:rerun']],
  ])('in state %p offers %p, and a reason for the rest', (state, open) => {
    const answers = Object.entries(availability(app(state)));
    const offered = answers.filter(([, answer]) => answer === true);
    expect(offered.map(([id]) => id)).toEqual(open);
    for (const [, answer] of answers.filter(([id]) => !open.includes(id))) {
      expect(answer).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('can be resumed or stopped while suspended', () => {
    const suspended = app('SUSPENDED', { spec: { suspend: true } });
    expect(availability(suspended)).toEqual({
      'spark:stop': true,
      'spark:rerun':
        'This run has not ended; stop it first, or wait for its end.',
      'spark:suspend': 'It is suspended already.',
      'spark:resume': true,
    });
  });

  it('is left to its queue', () => {
    const queued = app('SUSPENDED', {
      spec: { suspend: true },
      metadata: { labels: { 'kueue.x-k8s.io/queue-name': 'a' } },
    });
    expect(availability(queued)['spark:resume']).toBe(
      'Its queue decides when it runs.',
    );
  });

  it('on its way out offers nothing', () => {
    const leaving = app('RUNNING', {
      metadata: { deletionTimestamp: '2026-11-22T11:59:00Z' },
    });
    expect(Object.values(availability(leaving))).not.toContain(true);
  });

  it('is stopped by its uid, after a question', () => {
    expect(planOf('spark:stop', app('RUNNING'))).toEqual([
      expect.objectContaining({
        verb: 'delete',
        target: {
          apiVersion: 'sparkoperator.k8s.io/v1beta2',
          kind: 'SparkApplication',
          plural: 'sparkapplications',
          namespace: 'sales',
          name: 'orders-daily-mf3k2x1a',
          uid: 'u-1',
        },
      }),
    ]);
    const stop = sparkApplicationOperations.find(
      ({ id }) => id === 'spark:stop',
    );
    expect(stop).toMatchObject({
      destructive: true,
      confirmation: expect.stringContaining('history stays'),
    });
  });

  it.each([
    ['spark:suspend', true],
    ['spark:resume', false],
  ])('%s patches spec.suspend alone', (id, suspend) => {
    expect(planOf(id, app('RUNNING'))).toEqual([
      expect.objectContaining({ verb: 'patch', patch: { spec: { suspend } } }),
    ]);
  });

  it('is re-run as the same manifest under a new name, by the person who asked', () => {
    const [write] = planOf(
      'spark:rerun',
      app('FAILED', { spec: { suspend: true } }),
    );
    expect(write).toMatchObject({
      verb: 'create',
      object: {
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        metadata: {
          name: `orders-daily-${NOW.toString(36)}`,
          namespace: 'sales',
          labels: { 'backstage.io/kubernetes-id': 'orders-daily' },
          annotations: {
            'millrace.dev/definition': 'abc',
            'millrace.dev/started-by': 'user:default/ada',
            'millrace.dev/operation': 'op-1',
          },
        },
        spec: { type: 'Python', arguments: ['a'] },
      },
    });
    const { object } = write as any;
    expect(Object.keys(object)).toEqual([
      'apiVersion',
      'kind',
      'metadata',
      'spec',
    ]);
    expect(object.metadata.labels).not.toHaveProperty([
      'sparkoperator.k8s.io/scheduled-app-name',
    ]);
    expect(object.spec).not.toHaveProperty('suspend');
  });

  it('needs the whole object for a re-run', () => {
    const readers = [...sparkApplicationOperations, ...scheduleOperations]
      .filter(({ readsLive }) => readsLive)
      .map(({ id }) => id);
    expect(readers).toEqual(['spark:rerun', 'spark:run-now']);
  });
});

describe('a schedule', () => {
  const schedule = (suspend: boolean): KubernetesObject => ({
    kind: 'ScheduledSparkApplication',
    metadata: {
      name: 'orders-daily',
      namespace: 'sales',
      uid: 'u-2',
      labels: { 'backstage.io/kubernetes-id': 'orders-daily' },
    },
    spec: { schedule: '@daily', suspend, template: { type: 'Python' } },
  });

  it('is suspended or resumed, whichever it is not', () => {
    expect(availability(schedule(false))).toEqual({
      'spark:run-now': true,
      'spark:suspend-schedule': true,
      'spark:resume-schedule': 'The schedule is not suspended.',
    });
    expect(availability(schedule(true))).toEqual({
      'spark:run-now': true,
      'spark:suspend-schedule': 'The schedule is suspended already.',
      'spark:resume-schedule': true,
    });
  });

  it('runs now without becoming a run that the operator would trim', () => {
    expect(planOf('spark:run-now', schedule(true))).toEqual([
      {
        id: 'run',
        title: `Create SparkApplication orders-daily-${NOW.toString(36)}`,
        verb: 'create',
        object: {
          apiVersion: 'sparkoperator.k8s.io/v1beta2',
          kind: 'SparkApplication',
          metadata: {
            name: `orders-daily-${NOW.toString(36)}`,
            namespace: 'sales',
            labels: { 'backstage.io/kubernetes-id': 'orders-daily' },
            annotations: {
              'millrace.dev/started-by': 'user:default/ada',
              'millrace.dev/operation': 'op-1',
            },
          },
          spec: { type: 'Python' },
        },
      },
    ]);
  });
});
