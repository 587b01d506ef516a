import { sampleNamed } from './__testUtils__/sampleNamed';
import { keepSparkApplication } from './keep';

const kept = (change: (object: any) => void): any => {
  const object: any = structuredClone(
    sampleNamed('Failed with an exit code, pod kept').raw,
  );
  change(object);
  return keepSparkApplication(object);
};

it('keeps sizes and states, and neither arguments nor files nor other settings', () => {
  const { spec, status } = kept(object => {
    object.spec.driverArgs = ['--password', 'canary'];
    object.spec.pyFiles = 's3a://key:canary@bucket/main.py';
    object.spec.sparkConf['spark.hadoop.fs.s3a.secret.key'] = 'canary';
    object.spec.sparkConf['spark.kubernetes.container.image'] =
      'user:canary@registry.example/etl';
    object.spec.configMapSpecs = [{ name: 'a', data: { a: 'canary' } }];
    object.spec.driverSpec = {
      podTemplateSpec: {
        spec: { containers: [{ name: 'a', args: ['canary'] }] },
      },
    };
  });
  expect(JSON.stringify({ spec, status })).not.toContain('canary');
  expect(spec.language).toBe('Python');
  expect(spec.sparkConf).toEqual({
    'spark.kubernetes.authenticate.driver.serviceAccountName': 'spark',
    'spark.driver.memory': '1g',
    'spark.executor.cores': '4',
    'spark.executor.memory': '2g',
    'spark.executor.instances': '3',
  });
});

it('masks secrets in what the operator and the driver say', () => {
  const { status } = kept(object => {
    const last: any = Object.values(object.status.stateTransitionHistory).at(
      -1,
    );
    last.message = 'StackTrace: spark.my.password=canary, at x';
    last.lastObservedDriverStatus.containerStatuses[0].state.terminated.message =
      'token: canary';
  });
  const text = JSON.stringify(status);
  expect(text).not.toContain('canary');
  expect(text).toContain('spark.my.password=***');
});

it('keeps the newest states of a long life, under their numbers', () => {
  const { status } = kept(object => {
    object.status.stateTransitionHistory = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        String(index),
        { currentStateSummary: 'RunningHealthy' },
      ]),
    );
  });
  const keys = Object.keys(status.stateTransitionHistory);
  expect(keys).toHaveLength(40);
  expect(keys).toContain('499');
  expect(keys).not.toContain('459');
});

it('keeps how the driver ended', () => {
  const { status } = kept(() => {});
  const last: any = Object.values(status.stateTransitionHistory).at(-1);
  expect(last.lastObservedDriverStatus).toMatchObject({
    phase: 'Failed',
    containerStatuses: [
      {
        name: 'spark-kubernetes-driver',
        state: { terminated: { exitCode: 1, reason: 'Error' } },
      },
    ],
  });
});
