import { keepScheduledSparkApplication, keepSparkApplication } from './keep';

const SECRET = 's3cr3t-value';

const object = {
  metadata: { name: 'x', annotations: { note: SECRET } },
  spec: {
    type: 'Python',
    image: 'etl:1',
    arguments: ['--password', SECRET],
    mainApplicationFile: `s3a://key:${SECRET}@bucket/main.py`,
    sparkConf: {
      'spark.eventLog.enabled': 'true',
      'spark.dynamicAllocation.maxExecutors': SECRET,
      'spark.hadoop.fs.s3a.secret.key': SECRET,
    },
    driver: {
      cores: 1,
      memory: '1g',
      env: [{ name: 'PASSWORD', value: SECRET }],
      envVars: { PASSWORD: SECRET },
      javaOptions: `-Dpassword=${SECRET}`,
    },
    executor: { instances: 2, labels: { token: SECRET } },
  },
  status: {
    applicationState: {
      state: 'FAILED',
      errorMessage: `failed to submit: --conf spark.hadoop.fs.s3a.secret.key=${SECRET} and https://ada:${SECRET}@host/x`,
    },
    executorState: { 'e-1': 'FAILED' },
    driverInfo: { podName: 'x-driver', webUIAddress: '10.0.0.1' },
  },
};

it('keeps sizes and states, and no environment, arguments or settings', () => {
  const kept = keepSparkApplication(object);
  expect(kept).toMatchObject({
    spec: {
      type: 'Python',
      image: 'etl:1',
      driver: { cores: 1, memory: '1g' },
      executor: { instances: 2 },
      sparkConf: { 'spark.eventLog.enabled': 'true' },
    },
    status: {
      applicationState: { state: 'FAILED' },
      executorState: { 'e-1': 'FAILED' },
      driverInfo: { podName: 'x-driver' },
    },
  });
  expect(JSON.stringify(kept)).not.toContain(SECRET);
});

it('masks secrets in the text of a refused submission and leaves the rest', () => {
  const { status } = keepSparkApplication(object) as any;
  expect(status.applicationState.errorMessage).toBe(
    'failed to submit: --conf spark.hadoop.fs.s3a.secret.key=*** and https://***@host/x',
  );
  const harmless =
    'error looking up service account orders/sparky: serviceaccount "sparky" not found';
  const other = { status: { applicationState: { errorMessage: harmless } } };
  expect(
    (keepSparkApplication(other) as any).status.applicationState.errorMessage,
  ).toBe(harmless);
});

it('keeps the same of the template of a schedule', () => {
  const kept = keepScheduledSparkApplication({
    spec: { schedule: '@daily', template: object.spec },
    status: { scheduleState: 'Scheduled', pastFailedRunNames: ['a', 1] },
  });
  expect(kept).toMatchObject({
    spec: { schedule: '@daily', template: { image: 'etl:1' } },
    status: { scheduleState: 'Scheduled', pastFailedRunNames: ['a'] },
  });
  expect(JSON.stringify(kept)).not.toContain(SECRET);
});

it('cuts what is far too long, and changes no prototype', () => {
  const hostile = JSON.parse(
    '{"status": {"executorState": {"__proto__": "RUNNING"}}, "spec": {"__proto__": {"image": "x"}}}',
  );
  hostile.spec.image = 'x'.repeat(1_000_000);
  const kept = keepSparkApplication(hostile) as any;
  expect(kept.spec.image).toHaveLength(500);
  expect(Object.getPrototypeOf(kept.status)).toBe(Object.prototype);
  expect(kept.status.executorState).toBeUndefined();
});
