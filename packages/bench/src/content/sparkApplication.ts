export type Manifest = Record<string, any>;

/** One application as the bench makes it. */
export interface WorkloadInput {
  name: string;
  namespace: string;
  /** Component that it belongs to. */
  job?: string;
  /** What the operator would have told last. */
  state: 'RUNNING' | 'COMPLETED' | 'FAILED';
  /** Epoch milliseconds of its submission. */
  submittedAt: number;
}

const RUN_MS = 14 * 60_000;

/** As many settings as real jobs have. */
const SPARK_CONF: Readonly<Record<string, string>> = {
  'spark.sql.shuffle.partitions': '400',
  'spark.sql.adaptive.enabled': 'true',
  'spark.sql.adaptive.coalescePartitions.enabled': 'true',
  'spark.sql.adaptive.skewJoin.enabled': 'true',
  'spark.sql.catalog.lake': 'org.apache.iceberg.spark.SparkCatalog',
  'spark.sql.catalog.lake.type': 'rest',
  'spark.sql.catalog.lake.uri': 'https://catalog.example.com/api/v1',
  'spark.sql.catalog.lake.warehouse': 's3://example-lake/warehouse',
  'spark.sql.extensions':
    'org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions',
  'spark.hadoop.fs.s3a.impl': 'org.apache.hadoop.fs.s3a.S3AFileSystem',
  'spark.hadoop.fs.s3a.endpoint': 'https://s3.eu-central-1.example.com',
  'spark.hadoop.fs.s3a.path.style.access': 'true',
  'spark.hadoop.fs.s3a.connection.maximum': '200',
  'spark.hadoop.fs.s3a.fast.upload': 'true',
  'spark.serializer': 'org.apache.spark.serializer.KryoSerializer',
  'spark.kryoserializer.buffer.max': '512m',
  'spark.network.timeout': '600s',
  'spark.executor.heartbeatInterval': '60s',
  'spark.speculation': 'false',
  'spark.eventLog.enabled': 'true',
  'spark.eventLog.dir': 's3a://example-spark-history/events',
  'spark.kubernetes.executor.deleteOnTermination': 'true',
  'spark.kubernetes.allocation.batch.size': '10',
  'spark.driver.extraJavaOptions': '-XX:+UseG1GC -Dlog4j.level=INFO',
  'spark.executor.extraJavaOptions': '-XX:+UseG1GC -Dlog4j.level=WARN',
};

/** What the pods of driver and executors have in common. */
const PLACEMENT = {
  env: [
    { name: 'STAGE', value: 'production' },
    { name: 'AWS_REGION', value: 'eu-central-1' },
  ],
  volumeMounts: [{ name: 'scratch', mountPath: '/var/data/scratch' }],
  tolerations: [
    {
      key: 'workload',
      operator: 'Equal',
      value: 'spark',
      effect: 'NoSchedule',
    },
  ],
  nodeSelector: { 'node.example.com/pool': 'spark' },
};

/** A SparkApplication of about 7 kB, without its status. */
export function sparkApplication(input: WorkloadInput): Manifest {
  const spec = specOf(input);
  const head = {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
  };
  const metadata = {
    name: input.name,
    namespace: input.namespace,
    labels: {
      'app.kubernetes.io/managed-by': 'bench',
      ...(input.job && { 'backstage.io/kubernetes-id': input.job }),
    },
  };
  return {
    ...head,
    metadata: {
      ...metadata,
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
          ...head,
          metadata,
          spec,
        }),
      },
    },
    spec,
  };
}

/** Its status, as spark-operator writes it. */
export function sparkStatus(input: WorkloadInput, now: number): Manifest {
  const { name, state, submittedAt } = input;
  const over = state !== 'RUNNING';
  const executor = state === 'RUNNING' ? 'RUNNING' : 'COMPLETED';
  const seconds = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return {
    applicationState: {
      state,
      ...(state === 'FAILED' && {
        errorMessage: `driver container failed with ExitCode: 1, Reason: Error`,
      }),
    },
    driverInfo: {
      podName: `${name}-driver`,
      webUIAddress: '10.0.0.1:4040',
      webUIPort: 4040,
      webUIServiceName: `${name}-ui-svc`,
    },
    executionAttempts: 1,
    submissionAttempts: 1,
    executorState: Object.fromEntries(
      [1, 2, 3].map(number => [`${name}-exec-${number}`, executor]),
    ),
    lastSubmissionAttemptTime: seconds(submittedAt),
    sparkApplicationId: `spark-${name}`,
    submissionID: `submission-${name}`,
    terminationTime: over ? seconds(Math.min(now, submittedAt + RUN_MS)) : null,
  };
}

function specOf({ name }: WorkloadInput): Manifest {
  return {
    type: 'Python',
    mode: 'cluster',
    sparkVersion: '4.0.0',
    image: 'registry.example.com/data/spark:4.0.0-python3',
    imagePullPolicy: 'IfNotPresent',
    mainApplicationFile: `s3a://example-code/jobs/${name}/main.py`,
    arguments: ['--day', '2026-11-21', '--table', 'lake.sales.orders'],
    sparkConf: SPARK_CONF,
    restartPolicy: { type: 'Never' },
    timeToLiveSeconds: 1_209_600,
    deps: {
      jars: [
        's3a://example-code/jars/iceberg-spark-runtime-4.0_2.13-1.10.0.jar',
        's3a://example-code/jars/hadoop-aws-3.4.1.jar',
      ],
      pyFiles: ['s3a://example-code/libs/common-2.4.1.zip'],
    },
    volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '20Gi' } }],
    driver: {
      cores: 1,
      memory: '2g',
      serviceAccount: 'spark',
      labels: { version: '4.0.0', team: 'sales' },
      ...PLACEMENT,
    },
    executor: {
      instances: 3,
      cores: 2,
      memory: '4g',
      labels: { version: '4.0.0', team: 'sales' },
      ...PLACEMENT,
    },
  };
}
