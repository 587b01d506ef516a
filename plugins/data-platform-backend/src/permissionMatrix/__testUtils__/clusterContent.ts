import { SandboxApi } from '@millrace/sandbox';

/** Live objects that calls are made about, by name: each is one of a kind in the owner's domain, but for `foreign`. */
export const NAMES = {
  own: 'canary-own',
  foreign: 'canary-foreign',
  schedule: 'canary-nightly',
  connect: 'canary-connect',
  apache: 'canary-apache',
  cluster: 'canary-cluster',
  notebook: 'canary-notebook',
  foreignNotebook: 'canary-foreign-notebook',
  /** Belongs to no job yet. */
  loose: 'canary-loose',
} as const;

/** A namespace that a cluster admin has labelled for a domain which the portal does not know yet. */
export const LABELLED = 'canary-warehouse';

const KUBEFLOW = 'sparkoperator.k8s.io';
const APACHE = 'spark.apache.org';
const IMAGE = 'docker.io/apache/spark:4.0.0-python3';
const POD = { cores: 1, memory: '1g' };

export const SPARK_SPEC = {
  type: 'Python',
  mode: 'cluster',
  sparkVersion: '4.0.0',
  image: IMAGE,
  mainApplicationFile: 'local:///opt/spark/examples/src/main/python/pi.py',
  // Longer than any test: what is to be stopped still runs.
  arguments: ['--duration=2h'],
  driver: { ...POD, serviceAccount: 'spark' },
  executor: { ...POD, instances: 1 },
};

/** Puts all of it on a cluster that has the demo already. */
export function addClusterContent(api: SandboxApi): void {
  const job = (name: string) => ({ 'backstage.io/kubernetes-id': name });
  const create = (
    [group, version, plural, kind]: [string, string, string, string],
    namespace: string | undefined,
    metadata: { name: string; labels?: Record<string, string> },
    spec?: object,
  ) =>
    api.create({ group, version, plural }, namespace, {
      apiVersion: group ? `${group}/${version}` : version,
      kind,
      metadata,
      ...(spec && { spec }),
    });
  const application: Parameters<typeof create>[0] = [
    KUBEFLOW,
    'v1beta2',
    'sparkapplications',
    'SparkApplication',
  ];
  create(
    application,
    'sales',
    { name: NAMES.own, labels: job('orders-enrich') },
    SPARK_SPEC,
  );
  create(application, 'sales', { name: NAMES.loose }, SPARK_SPEC);
  create(
    application,
    'logistics',
    { name: NAMES.foreign, labels: job('shipments-track') },
    SPARK_SPEC,
  );
  create(
    [
      KUBEFLOW,
      'v1beta2',
      'scheduledsparkapplications',
      'ScheduledSparkApplication',
    ],
    'sales',
    { name: NAMES.schedule, labels: job('orders-enrich') },
    { schedule: '@yearly', template: SPARK_SPEC },
  );
  create(
    [KUBEFLOW, 'v1alpha1', 'sparkconnects', 'SparkConnect'],
    'sales',
    { name: NAMES.connect },
    {
      sparkVersion: '4.0.0',
      image: IMAGE,
      server: POD,
      executor: { ...POD, instances: 1 },
    },
  );
  const runtimeVersions = { sparkVersion: '4.0.0' };
  create(
    [APACHE, 'v1', 'sparkapplications', 'SparkApplication'],
    'sales',
    { name: NAMES.apache },
    {
      runtimeVersions,
      mainClass: 'org.apache.spark.examples.SparkPi',
      jars: 'local:///opt/spark/examples/jars/spark-examples.jar',
      driverArgs: ['--duration=2h'],
      sparkConf: {
        'spark.kubernetes.container.image': IMAGE,
        'spark.kubernetes.authenticate.driver.serviceAccountName': 'spark',
      },
    },
  );
  create(
    [APACHE, 'v1', 'sparkclusters', 'SparkCluster'],
    'sales',
    { name: NAMES.cluster },
    {
      runtimeVersions,
      clusterTolerations: {
        instanceConfig: { initWorkers: 1, minWorkers: 1, maxWorkers: 1 },
      },
    },
  );
  for (const [namespace, name] of [
    ['sales', NAMES.notebook],
    ['logistics', NAMES.foreignNotebook],
  ]) {
    create(
      ['kubeflow.org', 'v1', 'notebooks', 'Notebook'],
      namespace,
      { name },
      {
        template: {
          spec: {
            containers: [
              {
                name,
                image: 'registry.example.com/jupyter:1.0',
                resources: { requests: { cpu: '0.1', memory: '128Mi' } },
              },
            ],
          },
        },
      },
    );
  }
  create(['', 'v1', 'namespaces', 'Namespace'], undefined, {
    name: LABELLED,
    labels: { 'millrace.dev/domain': `default.${LABELLED}` },
  });
}
