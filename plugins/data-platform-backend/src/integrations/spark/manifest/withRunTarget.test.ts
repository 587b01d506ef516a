import { RunTarget } from '@millrace/backstage-plugin-data-platform-node';
import { crdSchema, hasCrds } from '../../__testUtils__/crdSchema';
import * as apache from '../../spark-apache';
import * as apacheTarget from '../../spark-apache/manifest/withRunTarget';
import * as kubeflow from '../../spark-kubeflow';
import * as kubeflowTarget from '../../spark-kubeflow/manifest/withRunTarget';
import { SparkJobForm } from './sparkJobForm';

const form: SparkJobForm = {
  name: 'orders-daily',
  namespace: 'sales',
  language: 'Python',
  mainApplicationFile: 'local:///app/main.py',
  image: 'apache/spark:4.0.1',
  sparkVersion: '4.0.1',
  driver: { cores: 1, memory: '1g' },
  executor: { instances: 1, cores: 1, memory: '1g' },
};

const target: RunTarget = {
  findings: [],
  variables: {},
  sparkConf: {
    'spark.millrace.branch.uri': 's3a://lake/fix',
    'spark.hadoop.fs.s3a.bucket.lake.endpoint': 'https://lake.example.com',
    'spark.hadoop.fs.s3a.bucket.lake.secret.key': '${env.SECRET}',
  },
  sparkLists: { 'spark.sql.extensions': 'org.example.Extensions' },
  secretEnvironment: [{ name: 'SECRET', secret: 'lake', key: 'secret' }],
};

const operators = [
  {
    name: 'Kubeflow',
    build: kubeflow.buildSparkManifest,
    validate: kubeflow.validateSparkManifest,
    withRunTarget: kubeflowTarget.withRunTarget,
    schema: () =>
      crdSchema(
        'kubeflow-spark-operator/sparkoperator.k8s.io_sparkapplications.yaml',
        'v1beta2',
      ),
  },
  {
    name: 'Apache',
    build: apache.buildSparkManifest,
    validate: apache.validateSparkManifest,
    withRunTarget: apacheTarget.withRunTarget,
    schema: () =>
      crdSchema(
        'apache-spark-kubernetes-operator/sparkapplications.spark.apache.org-v1.yaml',
        'v1',
        ['driverHttpRouteList', 'driverGrpcRouteList'],
      ),
  },
];

describe.each(operators)(
  'withRunTarget for the $name operator',
  ({ build, validate, withRunTarget }) => {
    const run = build(form);

    it('adds the settings and nothing else, and leaves the run as it was', () => {
      const before = structuredClone(run);
      const { run: pointed, replaced } = withRunTarget(run, target);
      expect(run).toEqual(before);
      expect(replaced).toEqual([]);
      const { sparkConf, ...rest } = pointed.spec as Record<string, any>;
      expect(sparkConf).toMatchObject({
        ...target.sparkConf,
        'spark.sql.extensions': 'org.example.Extensions',
        'spark.kubernetes.driver.secretKeyRef.SECRET': 'lake:secret',
        'spark.kubernetes.executor.secretKeyRef.SECRET': 'lake:secret',
      });
      const { sparkConf: _own, ...own } = run.spec as Record<string, any>;
      expect(rest).toEqual(own);
    });

    it('passes the rules of the operator', () => {
      const { run: pointed } = withRunTarget(run, target);
      const errors = validate(pointed).filter(({ level }) => level === 'error');
      expect(errors).toEqual([]);
    });

    it('names the settings of the job that do not count', () => {
      const key = 'spark.hadoop.fs.s3a.bucket.lake.endpoint';
      const spec = run.spec as Record<string, any>;
      const own = {
        ...run,
        spec: { ...spec, sparkConf: { ...spec.sparkConf, [key]: 'https://x' } },
      };
      expect(withRunTarget(own, target).replaced).toEqual([
        { path: 'spec.sparkConf', key },
      ]);
    });
  },
);

(hasCrds ? describe : describe.skip)(
  "the operators' own schemas (skipped where ../shared/specs is absent)",
  () => {
    it.each(operators)(
      'accept a run on a branch: $name',
      ({ build, withRunTarget, schema }) => {
        const check = schema();
        const { run } = withRunTarget(build(form), target);
        expect(check(run) ? [] : check.errors).toEqual([]);
      },
    );
  },
);

describe('hadoopConf of the Kubeflow operator', () => {
  it('loses what would outrank the branch, and nothing else', () => {
    const run = {
      ...kubeflow.buildSparkManifest(form),
      spec: {
        hadoopConf: {
          'fs.s3a.bucket.lake.endpoint': 'https://x',
          'fs.s3a.endpoint': 'https://minio',
        },
      },
    };
    const { run: pointed, replaced } = kubeflowTarget.withRunTarget(
      run,
      target,
    );
    expect((pointed.spec as any).hadoopConf).toEqual({
      'fs.s3a.endpoint': 'https://minio',
    });
    expect(replaced).toEqual([
      { path: 'spec.hadoopConf', key: 'fs.s3a.bucket.lake.endpoint' },
    ]);
  });
});
