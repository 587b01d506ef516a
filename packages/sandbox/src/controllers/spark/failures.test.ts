import { SandboxRig } from '../fixtures/SandboxRig';
import { LIMIT_RANGES, PODS, RESOURCE_QUOTAS, ROLE_BINDINGS } from '../refs';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const executor = (more: object = {}) => ({
  cores: 1,
  instances: 2,
  memory: '1g',
  ...more,
});
const driverLog = () => rig.log(rig.pod('pi-driver')!);
const errorMessage = () => rig.app()?.status.applicationState.errorMessage;

describe('a run that ends badly', () => {
  it('ends with the exit code that is asked for', () => {
    rig.submit({ arguments: ['--exit-code', '3'] });
    rig.until(() => rig.state() === 'FAILED');
    expect(errorMessage()).toBe(
      'driver container failed with ExitCode: 3, Reason: Error',
    );
    expect(driverLog()).toContain('Exception in thread "main"');
  });

  it('is killed for memory in the driver', () => {
    rig.submit({ arguments: ['--oom', 'driver'], executor: executor() });
    rig.until(() => rig.state() === 'FAILED');
    expect(errorMessage()).toBe(
      'driver container failed with ExitCode: 137, Reason: OOMKilled',
    );
    // Executors that lost their driver give up by themselves, later.
    expect(Object.values(rig.app()?.status.executorState)).toContain('RUNNING');
    rig.clock.advance(20_000);
    expect(Object.values(rig.app()?.status.executorState)).toEqual([
      'FAILED',
      'FAILED',
    ]);
  });

  it('loses executors to memory until a task has failed four times', () => {
    rig.submit({
      arguments: ['--oom', 'executor'],
      executor: executor({ instances: 3, deleteOnTermination: false }),
    });
    rig.until(() => rig.state() === 'FAILED');
    const killed = rig
      .executors()
      .map(pod => pod.status.containerStatuses[0].state.terminated)
      .filter(({ reason }) => reason === 'OOMKilled');
    expect(killed).toHaveLength(4);
    expect(rig.events('pi')).toContainEqual(
      expect.stringMatching(
        /^SparkExecutorFailed: pi%!\(EXTRA string=pi-[0-9a-f]{16}-exec-1, int32=137, string=OOMKilled, string=\)$/,
      ),
    );
    expect(driverLog()).toMatch(
      /Job aborted due to stage failure: Task \d+ in stage \d+\.0 failed 4 times/,
    );
  });

  it.each([
    ['2g', '8', 'FAILED'],
    ['16g', '8', 'COMPLETED'],
    ['2g', '200', 'COMPLETED'],
  ])(
    'with executors of %s and %s partitions ends %s',
    (memory, partitions, state) => {
      rig.submit({
        arguments: ['--partitions', partitions, '--duration', '10s'],
        executor: executor({ memory }),
      });
      rig.until(() => ['FAILED', 'COMPLETED'].includes(rig.state()!));
      expect(rig.state()).toBe(state);
    },
  );

  it('gives up after too many failed executors from Spark 3.5 on', () => {
    rig.submit({
      arguments: ['--executor-exit-code', '52'],
      executor: executor({ instances: 1 }),
    });
    rig.until(() => rig.state() === 'FAILED');
    expect(errorMessage()).toBe(
      'driver container failed with ExitCode: 11, Reason: Error',
    );
    expect(driverLog()).toContain(
      'Max number of executor failures (3) reached',
    );
  });

  it('replaces failing executors for ever before Spark 3.5', () => {
    rig.submit({
      sparkVersion: '3.4.1',
      arguments: ['--executor-exit-code', '52'],
      executor: executor({ instances: 1 }),
    });
    rig.clock.advance(300_000);
    expect(rig.state()).toBe('RUNNING');
    const states = Object.values<string>(rig.app()?.status.executorState);
    expect(states.filter(state => state === 'FAILED').length).toBeGreaterThan(
      10,
    );
  });

  it('names a class that is not in the jar', () => {
    rig.submit({ mainClass: 'com.acme.Etl' });
    rig.until(() => rig.state() === 'FAILED');
    expect(errorMessage()).toContain('ExitCode: 101');
    expect(driverLog()).toContain('Failed to load class com.acme.Etl.');
  });

  it('fails when the driver pod is deleted by hand', () => {
    rig.submit();
    rig.until(() => rig.state() === 'RUNNING');
    rig.api.delete(PODS, rig.namespace, 'pi-driver');
    rig.until(() => rig.state() === 'FAILED');
    expect(rig.events('pi')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^SparkDriver(NotFound|Failed): pi-driver/),
      ]),
    );
  });
});

describe('a submission that is refused', () => {
  it('names the service account that is missing', () => {
    rig.submit({
      driver: { cores: 1, memory: '1g', serviceAccount: 'sparky' },
    });
    rig.until(() => rig.state() === 'FAILED');
    expect(errorMessage()).toMatch(
      /^failed to submit spark application: failed to run spark-submit: failed to run spark-submit: /,
    );
    expect(errorMessage()).toContain(
      'error looking up service account orders/sparky: serviceaccount "sparky" not found',
    );
    expect(rig.app()?.status.driverInfo.podName).toBe('pi-driver');
    expect(rig.app()?.status.executionAttempts).toBeUndefined();
    expect(rig.pod('pi-driver')).toBeUndefined();
  });

  it('names the quota', () => {
    rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
      metadata: { name: 'domain' },
      spec: { hard: { 'requests.cpu': '500m' } },
    });
    rig.clock.advance(1_000);
    rig.submit();
    rig.until(() => rig.state() === 'FAILED');
    expect(errorMessage()).toContain(
      'exceeded quota: domain, requested: requests.cpu=1, used: requests.cpu=0, limited: requests.cpu=500m',
    );
  });

  it('names the limit that a LimitRange set by default', () => {
    rig.api.create(LIMIT_RANGES, rig.namespace, {
      metadata: { name: 'trap' },
      spec: { limits: [{ type: 'Container', default: { cpu: '200m' } }] },
    });
    rig.submit();
    rig.until(() => rig.state() === 'FAILED');
    expect(errorMessage()).toContain(
      'must be less than or equal to cpu limit of 200m',
    );
  });

  it('retries with a growing pause', () => {
    rig.submit({
      driver: { cores: 1, memory: '1g', serviceAccount: 'sparky' },
      restartPolicy: {
        type: 'OnFailure',
        onSubmissionFailureRetries: 2,
        onSubmissionFailureRetryInterval: 5,
      },
    });
    const started = rig.clock.now();
    const attempts: number[] = [];
    rig.until(() => {
      const made = rig.app()?.status?.submissionAttempts ?? 0;
      if (made > attempts.length) attempts.push(rig.clock.now() - started);
      return rig.state() === 'FAILED';
    });
    expect(attempts.map(ms => Math.round(ms / 1000))).toEqual([0, 5, 15]);
  });
});

describe('a driver or executors that cannot start', () => {
  it('stay submitted while no node matches', () => {
    rig.submit({ nodeSelector: { disk: 'ssd' } });
    rig.clock.advance(120_000);
    expect(rig.state()).toBe('SUBMITTED');
    const message =
      "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.";
    expect(rig.pod('pi-driver')?.status.conditions).toEqual([
      expect.objectContaining({
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message,
      }),
    ]);
    expect(rig.events('pi-driver')).toEqual([`FailedScheduling: ${message}`]);
  });

  it('leave a trace in the driver log alone when a quota refuses executors', () => {
    rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
      metadata: { name: 'domain' },
      spec: { hard: { pods: '2' } },
    });
    rig.clock.advance(1_000);
    rig.submit({
      arguments: ['--duration', '5m'],
      executor: executor({ instances: 3 }),
    });
    rig.clock.advance(90_000);
    expect(rig.state()).toBe('RUNNING');
    expect(Object.keys(rig.app()?.status.executorState)).toHaveLength(1);
    expect(driverLog()).toContain('is forbidden: exceeded quota: domain');
    expect(rig.events('pi').join()).not.toContain('quota');
  });

  it('wait for resources when every executor is refused', () => {
    rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
      metadata: { name: 'domain' },
      spec: { hard: { pods: '1' } },
    });
    rig.clock.advance(1_000);
    rig.submit();
    rig.clock.advance(120_000);
    expect(rig.state()).toBe('RUNNING');
    expect(rig.app()?.status.executorState).toBeUndefined();
    expect(driverLog()).toContain('Initial job has not accepted any resources');
  });

  it('end the driver when its service account may not create pods', () => {
    rig.api.delete(ROLE_BINDINGS, rig.namespace, 'spark-driver');
    rig.submit();
    rig.until(() => rig.state() === 'FAILED');
    expect(driverLog()).toContain('External scheduler cannot be instantiated');
  });

  it('flip between two reasons while the image is not found', () => {
    rig.submit({ image: 'docker.io/apache/spark:4.0.0-pyhton3' });
    const reasons = new Set<string>();
    for (let second = 0; second < 60; second += 1) {
      rig.clock.advance(1_000);
      const state = rig.pod('pi-driver')?.status.containerStatuses?.[0]?.state;
      if (state?.waiting) reasons.add(state.waiting.reason);
    }
    expect([...reasons]).toEqual(['ErrImagePull', 'ImagePullBackOff']);
    expect(rig.events('pi-driver')).toEqual(
      expect.arrayContaining([
        'Failed: Failed to pull image "docker.io/apache/spark:4.0.0-pyhton3": failed to pull and unpack image "docker.io/apache/spark:4.0.0-pyhton3": failed to resolve image: docker.io/apache/spark:4.0.0-pyhton3: not found',
        'Failed: Error: ImagePullBackOff',
        'BackOff: Back-off pulling image "docker.io/apache/spark:4.0.0-pyhton3"',
      ]),
    );
    expect(rig.state()).toBe('SUBMITTED');
  });
});
