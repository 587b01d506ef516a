import { resource } from '../http/__testUtils__/rows';
import { IndexedResource } from '../store/types';
import { jobGroups, jobName } from './jobGroups';

type Labels = Record<string, string>;

/** A run that belongs to nothing, made at a time of day. */
function run(
  name: string,
  options: {
    labels?: Labels;
    owner?: { kind: string; name: string; uid: string; apiVersion: string };
    at?: string;
    namespace?: string;
    source?: string;
  } = {},
): IndexedResource {
  const { labels, owner, at = '08:00', namespace = 'sales', source } = options;
  const made = resource({
    id: `${source}-${namespace}-${name}`,
    name,
    namespace,
    createdAt: `2026-03-02T${at}:00.000Z`,
    ...(source && { source }),
    ...(owner && { parentUid: owner.uid }),
  });
  return {
    ...made,
    object: {
      ...made.object,
      metadata: {
        ...made.object.metadata,
        ...(labels && { labels }),
        ...(owner && { ownerReferences: [owner] }),
      },
    },
  };
}

function schedule(name: string): IndexedResource {
  return resource({ name, nature: 'schedule' });
}

const told = (resources: readonly IndexedResource[]) =>
  jobGroups(resources).map(
    ({ name, foundBy, maker, labelSelector, runName, runs, newest }) => ({
      name,
      foundBy,
      runs,
      ...(maker && { maker }),
      ...(labelSelector && { labelSelector }),
      ...(runName && { runName }),
      newest: newest?.row.name,
    }),
  );

describe('jobGroups', () => {
  it('knows the runs of a schedule by their owner', () => {
    const owner = {
      kind: 'ScheduledSparkApplication',
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      name: 'orders-daily',
      uid: 'uid-orders-daily',
    };
    const labels = {
      'sparkoperator.k8s.io/scheduled-app-name': 'orders-daily',
    };
    expect(
      told([
        run('orders-daily-1767312000000000000', { owner, labels, at: '02:00' }),
        schedule('orders-daily'),
        run('orders-daily-1767398400000000000', { owner, labels, at: '03:00' }),
      ]),
    ).toEqual([
      {
        name: 'orders-daily',
        foundBy: 'schedule',
        runs: 2,
        newest: 'orders-daily-1767398400000000000',
      },
    ]);
  });

  it('shows a schedule that has not run yet', () => {
    expect(told([schedule('nightly')])).toEqual([
      { name: 'nightly', foundBy: 'schedule', runs: 0, newest: undefined },
    ]);
  });

  it.each<[string, Labels, object]>([
    [
      'Airflow',
      { dag_id: 'orders', task_id: 'load', run_id: 'manual-1' },
      {
        name: 'orders-load',
        foundBy: 'maker',
        maker: 'Airflow DAG orders, task load',
        labelSelector: 'dag_id=orders,task_id=load',
      },
    ],
    [
      'an Argo cron workflow',
      { 'workflows.argoproj.io/cron-workflow': 'etl' },
      {
        name: 'x',
        foundBy: 'maker',
        maker: 'Argo cron workflow etl',
        labelSelector: 'workflows.argoproj.io/cron-workflow=etl',
      },
    ],
    [
      'Kubeflow Pipelines',
      { 'pipeline/recurringRunId': 'r-1', 'pipeline/runid': 'u-1' },
      {
        name: 'x',
        foundBy: 'maker',
        maker: 'Kubeflow Pipelines',
        labelSelector: 'pipeline/recurringRunId=r-1',
      },
    ],
    [
      'Helm',
      {
        'app.kubernetes.io/instance': 'crm',
        'app.kubernetes.io/name': 'spark',
        'app.kubernetes.io/managed-by': 'Helm',
      },
      {
        name: 'crm',
        foundBy: 'label-selector',
        maker: 'Helm release crm',
        labelSelector:
          'app.kubernetes.io/instance=crm,app.kubernetes.io/name=spark',
      },
    ],
    [
      'a schedule that is gone',
      { 'sparkoperator.k8s.io/scheduled-app-name': 'old' },
      {
        name: 'old',
        foundBy: 'label-selector',
        maker: 'schedule old, which is gone',
        labelSelector: 'sparkoperator.k8s.io/scheduled-app-name=old',
      },
    ],
    [
      'who labelled for Backstage',
      { 'backstage.io/kubernetes-id': 'billing' },
      {
        name: 'billing',
        foundBy: 'label-selector',
        labelSelector: 'backstage.io/kubernetes-id=billing',
      },
    ],
    [
      'nobody who says so',
      { team: 'crm' },
      { name: 'x', foundBy: 'name', runName: 'x' },
    ],
  ])('knows the runs of %s', (_who, labels, expected) => {
    const runs = [
      run('x-20260101', { labels, at: '01:00' }),
      run('x-20260102', { labels, at: '02:00' }),
    ];
    expect(told(runs)).toEqual([
      { ...expected, runs: 2, newest: 'x-20260102' },
    ]);
  });

  it('knows what an Argo workflow made by its owner, and joins it by name', () => {
    const owner = (name: string) => ({
      kind: 'Workflow',
      apiVersion: 'argoproj.io/v1alpha1',
      name,
      uid: `uid-${name}`,
    });
    expect(
      told([
        run('load-x7k2p', { owner: owner('etl-bcdf2') }),
        run('load-z9w4q', { owner: owner('etl-ghjk7'), at: '09:00' }),
      ]),
    ).toEqual([
      {
        name: 'load',
        foundBy: 'maker',
        maker: 'Argo workflow etl',
        runName: 'load',
        runs: 2,
        newest: 'load-z9w4q',
      },
    ]);
  });

  it('tells the jobs of one Helm release apart by their names', () => {
    const labels = { 'app.kubernetes.io/instance': 'crm' };
    expect(
      told([run('load-1', { labels }), run('clean-1', { labels })]),
    ).toEqual([
      {
        name: 'load',
        foundBy: 'name',
        runName: 'load',
        runs: 1,
        newest: 'load-1',
      },
      {
        name: 'clean',
        foundBy: 'name',
        runName: 'clean',
        runs: 1,
        newest: 'clean-1',
      },
    ]);
  });

  it('never mixes namespaces or clusters', () => {
    const groups = jobGroups([
      run('x-1'),
      run('x-2', { namespace: 'finance' }),
      run('x-3', { source: 'us-1' }),
    ]);
    expect(
      groups.map(({ source, namespace }) => `${source}/${namespace}`),
    ).toEqual(['eu-1/sales', 'eu-1/finance', 'us-1/sales']);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(3);
  });

  it('gives a job the same key as long as it is found the same way', () => {
    const [before] = jobGroups([run('x-1')]);
    const [after] = jobGroups([run('x-2'), run('x-3'), run('x-1')]);
    expect(after.key).toBe(before.key);
  });

  it('groups ten thousand runs in one pass', () => {
    const runs = Array.from({ length: 10_000 }, (_, n) =>
      run(`job${String.fromCharCode(97 + (n % 26))}x-${1_767_312_000 + n}`),
    );
    const groups = jobGroups(runs);
    expect(groups).toHaveLength(26);
    expect(groups.reduce((sum, group) => sum + group.runs, 0)).toBe(10_000);
  });
});

describe('jobName', () => {
  it.each([
    ['orders_daily', 'orders-daily'],
    ['Orders.Daily', 'orders-daily'],
    ['9lives', 'lives'],
    ['--', 'job'],
    ['a'.repeat(80), 'a'.repeat(50)],
  ])('makes %s a name', (text, name) => {
    expect(jobName(text)).toBe(name);
  });
});
