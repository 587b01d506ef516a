import { IndexedResource } from '../../store/types';
import { JobGroup, jobGroups } from '../../adoption/jobGroups';
import { resource } from '../../http/__testUtils__/rows';
import { parse } from 'yaml';
import { JobScene } from '../__testUtils__/JobScene';
import { ben } from '../__testUtils__/TestPlatform';

const SPEC = {
  type: 'Python',
  sparkVersion: '4.0.1',
  image: 'apache/spark:4.0.1',
  mainApplicationFile: 'local:///app/main.py',
  timeToLiveSeconds: 86_400,
  driver: { cores: 1, memory: '1g', serviceAccount: 'spark' },
  executor: { cores: 1, memory: '1g', instances: 1 },
};

describe('adoption', () => {
  let scene: JobScene;
  beforeEach(async () => {
    scene = await JobScene.create();
    scene.platform.placements.push({
      domainRef: 'domain:default/sales',
      source: 'eu-1',
      namespaces: ['sales'],
      bindings: [],
    });
  });
  afterEach(() => scene.platform.close());

  /** An object on the cluster, and the job that the list makes of it. */
  function seed(
    name: string,
    options: {
      labels?: Record<string, string>;
      spec?: object;
      nature?: 'run' | 'schedule';
      namespace?: string;
    } = {},
  ): JobGroup {
    const {
      labels,
      spec = SPEC,
      nature = 'run',
      namespace = 'sales',
    } = options;
    const scheduled = nature === 'schedule';
    const live = scene.platform.cluster.seed(
      scheduled ? 'scheduledsparkapplications' : 'sparkapplications',
      {
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: scheduled ? 'ScheduledSparkApplication' : 'SparkApplication',
        metadata: {
          name,
          namespace,
          labels,
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': '{}',
          },
        },
        spec: scheduled
          ? {
              schedule: '0 2 * * *',
              concurrencyPolicy: 'Forbid',
              template: spec,
            }
          : spec,
        status: { applicationState: { state: 'COMPLETED' } },
      },
    );
    const row = resource({ name, namespace, nature, uid: live.metadata.uid });
    const seen: IndexedResource = {
      ...row,
      object: { ...row.object, metadata: live.metadata },
    };
    const [group] = jobGroups([seen]);
    scene.platform.adoptable.set(group.key, group);
    return group;
  }

  const jobs = (
    groups: readonly JobGroup[],
    input: Record<string, unknown> = {},
  ) => ({
    operation: 'spark-job:adopt',
    input: {
      product: 'system:default/orders',
      jobs: groups.map(({ key, name }) => ({ key, name })),
      ...input,
    },
  });
  const job = async (name: string) =>
    (await scene.platform.entities.get(`component:default/${name}`))!;

  describe('spark-job:adopt', () => {
    it('registers what runs, as it stands on the cluster, and writes nothing there', async () => {
      const groups = [
        seed('loads-20260102', { labels: { team: 'crm', dag_id: 'a' } }),
        seed('nightly', { nature: 'schedule' }),
        seed('etl-x7k2p', {
          labels: { dag_id: 'd', task_id: 't', run_id: 'r' },
        }),
      ];
      scene.platform.cluster.calls.length = 0;
      const done = await scene.portal.run(jobs(groups));
      expect(done).toMatchObject({
        state: 'done',
        title: 'Adopt 3 Spark jobs',
        entityRef: 'system:default/orders',
        output: {
          entityRefs: [
            'component:default/loads',
            'component:default/nightly',
            'component:default/d-t',
          ],
        },
      });
      expect(
        scene.platform.cluster.calls.map(({ method, request }) => ({
          method,
          user: request.as?.user,
        })),
      ).toEqual(
        groups.map(() => ({
          method: 'GET',
          user: 'backstage:user:default/ada',
        })),
      );
      const loads = await job('loads');
      expect(loads.metadata.annotations).toMatchObject({
        'millrace.dev/adopted': 'true',
        'millrace.dev/source': 'eu-1',
        'millrace.dev/run-name': 'loads',
      });
      expect(loads.spec).toMatchObject({
        type: 'spark-job',
        owner: 'group:default/sales-team',
        system: 'system:default/orders',
      });
      expect(parse(loads.spec?.manifest as string)).toEqual({
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        metadata: {
          name: 'loads',
          namespace: 'sales',
          labels: { team: 'crm' },
        },
        spec: SPEC,
      });
      const nightly = await job('nightly');
      expect(nightly.metadata.annotations).not.toHaveProperty([
        'millrace.dev/run-name',
      ]);
      expect(parse(nightly.spec?.manifest as string)).toMatchObject({
        kind: 'ScheduledSparkApplication',
        metadata: { name: 'nightly' },
      });
      expect((await job('d-t')).metadata.annotations).toMatchObject({
        'backstage.io/kubernetes-label-selector': 'dag_id=d,task_id=t',
      });
    });

    it('refuses secrets with their path and what to do, and never repeats them', async () => {
      const group = seed('loads-1', {
        spec: {
          ...SPEC,
          sparkConf: { 'spark.hadoop.fs.s3a.secret.key': 'hunter2' },
        },
      });
      const plan = await scene.portal.plan(jobs([group]));
      expect(plan.ok).toBe(false);
      expect(plan.findings).toContainEqual({
        level: 'error',
        field:
          'jobs.0.manifest.spec.sparkConf["spark.hadoop.fs.s3a.secret.key"]',
        message: expect.stringMatching(/^loads: .*secret in clear text/),
        remedy: expect.stringContaining('adopt it then'),
      });
      expect(JSON.stringify(plan)).not.toContain('hunter2');
    });

    it('tells conflicts of names, with others and among themselves', async () => {
      const [a, b] = [seed('aa-1'), seed('bb-1')];
      await scene.portal.run(jobs([a]));
      const plan = await scene.portal.plan(
        jobs([], {
          jobs: [
            { key: a.key, name: 'aa' },
            { key: b.key, name: 'twice' },
            { key: b.key, name: 'twice' },
          ],
        }),
      );
      expect(
        plan.findings
          .filter(({ level }) => level === 'error')
          .map(({ field, message }) => `${field}: ${message}`),
      ).toEqual([
        'jobs.2.name: Two of the jobs would be called twice.',
        'jobs.0.name: component:default/aa is registered already.',
      ]);
    });

    it('knows no job that has gone, and none of another domain', async () => {
      const foreign = seed('cc-1', { namespace: 'finance' });
      const gone = seed('dd-1');
      scene.platform.cluster.objects.delete('sales/sparkapplications/dd-1');
      const plan = await scene.portal.plan(
        jobs([foreign, gone], {
          jobs: [
            { key: foreign.key, name: 'cc' },
            { key: gone.key, name: 'dd' },
            { key: 'nothing', name: 'ee' },
          ],
        }),
      );
      expect(plan.findings.map(({ message }) => message)).toEqual([
        'cc: Namespace finance on cluster eu-1 belongs to no domain. A cluster admin has to label it first.',
        'dd: its objects have gone from the cluster.',
        'ee: there is no such job on the clusters any more, or it has been adopted meanwhile.',
      ]);
    });

    it('needs the rights of the person on the cluster', async () => {
      const group = seed('loads-1');
      scene.platform.cluster.refuse = () => ({
        code: 403,
        message: 'User "x" cannot get resource "sparkapplications"',
      });
      const plan = await scene.portal.plan(jobs([group]));
      expect(plan.findings[0]).toMatchObject({
        level: 'error',
        field: 'jobs.0.key',
        message: expect.stringContaining('cannot get resource'),
      });
    });

    it('is for those who own the domain, before anything is read', async () => {
      const group = seed('loads-1');
      scene.platform.denied.add('data-platform.domain.administer');
      scene.platform.cluster.calls.length = 0;
      await expect(scene.portal.plan(jobs([group]), ben())).rejects.toThrow(
        'user:default/ben may not adopt jobs in domain:default/sales',
      );
      expect(scene.platform.cluster.calls).toEqual([]);
    });

    it('takes fifty at once, and no more', async () => {
      const many = Array.from({ length: 51 }, (_, n) => ({
        key: 'k',
        name: `job-${String.fromCharCode(97 + (n % 26))}${n}`,
      }));
      const plan = await scene.portal.plan(jobs([], { jobs: many }));
      expect(plan.findings[0].message).toBe('At most 50 jobs at once.');
    });
  });

  it('what was adopted is unregistered without touching the cluster', async () => {
    const group = seed('nightly', { nature: 'schedule' });
    await scene.portal.run(jobs([group]));
    const [schedule] = scene.live('scheduledsparkapplications');
    scene.platform.index.put(
      resource({
        name: 'nightly',
        nature: 'schedule',
        uid: schedule.metadata.uid,
        entityRef: 'component:default/nightly',
      }),
    );
    const done = await scene.portal.run({
      operation: 'entity:unregister',
      entityRef: 'component:default/nightly',
    });
    expect(done).toMatchObject({
      state: 'done',
      findings: [
        {
          message:
            'Schedule nightly on cluster eu-1 was there before the portal and stays as it is.',
        },
      ],
    });
    expect(scene.live('scheduledsparkapplications')).toHaveLength(1);
    expect(await job('nightly')).toBeUndefined();
  });

  describe('domain:adopt', () => {
    const adopt = (input: Record<string, unknown> = {}) => ({
      operation: 'domain:adopt',
      input: {
        source: 'eu-1',
        namespace: 'crm-prod',
        name: 'crm',
        owner: 'group:default/sales-team',
        ...input,
      },
    });
    const label = () =>
      scene.platform.placements.push({
        domainRef: 'domain:default/crm',
        source: 'eu-1',
        namespaces: ['crm-prod', 'crm-test'],
        bindings: [],
      });

    it('registers the domain of a labelled namespace, and changes nothing on the cluster', async () => {
      label();
      scene.platform.cluster.calls.length = 0;
      const done = await scene.portal.run(adopt());
      expect(done.state).toBe('done');
      expect(scene.platform.cluster.calls).toEqual([]);
      expect(
        await scene.platform.entities.get('domain:default/crm'),
      ).toMatchObject({
        metadata: {
          annotations: {
            'millrace.dev/adopted': 'true',
            'millrace.dev/source': 'eu-1',
            'millrace.dev/namespaces': 'crm-prod,crm-test',
          },
        },
        spec: { type: 'data-domain', owner: 'group:default/sales-team' },
      });
    });

    it.each<[Record<string, unknown>, string, RegExp]>([
      [
        { namespace: 'other' },
        'namespace',
        /does not carry the label millrace.dev\/domain=default.crm/,
      ],
      [
        { namespace: 'sales' },
        'namespace',
        /is labelled for domain:default\/sales/,
      ],
      [{ source: 'mars' }, 'source', /no cluster "mars"/],
      [{ name: 'kube-crm' }, 'name', /reserved/],
      [{ name: 'sales' }, 'name', /registered already/],
      [{ owner: 'group:default/ghosts' }, 'owner', /not in the catalog/],
    ])('refuses %j', async (input, field, message) => {
      label();
      const plan = await scene.portal.plan(adopt(input));
      expect(plan.findings).toContainEqual(
        expect.objectContaining({
          level: 'error',
          field,
          message: expect.stringMatching(message),
        }),
      );
    });

    it('warns while the catalog is still being read', async () => {
      label();
      const warned = async () =>
        (await scene.portal.plan(adopt())).findings.some(({ message }) =>
          message.startsWith('The catalog is still being read'),
        );
      scene.platform.directory.isWarming = true;
      expect(await warned()).toBe(true);
      scene.platform.directory.isWarming = false;
      expect(await warned()).toBe(false);
    });

    it('is decommissioned without deleting what was there before', async () => {
      label();
      await scene.portal.run(adopt());
      const done = await scene.portal.run({
        operation: 'domain:decommission',
        entityRef: 'domain:default/crm',
        input: { confirm: 'crm' },
      });
      expect(done.state).toBe('done');
      expect(done.findings?.[0]).toMatchObject({
        level: 'warning',
        message: expect.stringContaining(
          'Namespace crm-prod on cluster eu-1 was there before the portal and stays',
        ),
        remedy: expect.stringContaining(
          'kubectl label namespace crm-prod millrace.dev/domain-',
        ),
      });
      const deleted = scene.platform.cluster.calls.filter(
        ({ method }) => method === 'DELETE',
      );
      expect(deleted).toEqual([]);
    });
  });
});
