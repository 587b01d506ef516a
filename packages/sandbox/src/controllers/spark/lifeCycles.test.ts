import {
  containerSequence,
  eventReasons,
  recordedLifeCycle,
  stateSequence,
} from '../fixtures/recordings';
import { SandboxRig, SPARK_PI, type Seen } from '../fixtures/SandboxRig';
import { EVENTS, PODS, RESOURCE_QUOTAS, SPARK_APPLICATIONS } from '../refs';

const RETRY = {
  type: 'OnFailure',
  onFailureRetries: 1,
  onFailureRetryInterval: 3,
};
const FAILING = { mainApplicationFile: 'local:///opt/app/fail.jar' };
const LONG = { arguments: ['--duration', '60s'] };

interface LifeCycle {
  recording: string;
  play(rig: SandboxRig): void;
}

const patch = (rig: SandboxRig, change: (spec: any) => void) => {
  const app = rig.app()!;
  change(app.spec);
  rig.api.update(SPARK_APPLICATIONS, app);
};

const remove = (rig: SandboxRig) => {
  rig.api.delete(SPARK_APPLICATIONS, rig.namespace, 'pi');
  rig.until(() => rig.api.list(PODS, rig.namespace).length === 0);
};

const untilExecutorRuns = (rig: SandboxRig) =>
  rig.until(() =>
    Object.values(rig.app()?.status?.executorState ?? {}).includes('RUNNING'),
  );

const LIFE_CYCLES: LifeCycle[] = [
  {
    recording: 'spark-success',
    play(rig) {
      rig.submit();
      rig.until(() => rig.state() === 'COMPLETED');
      remove(rig);
    },
  },
  {
    recording: 'spark-failure',
    play(rig) {
      rig.submit({ arguments: ['--exit-code', '1'] });
      rig.until(() => rig.state() === 'FAILED');
      rig.clock.advance(5_000);
    },
  },
  {
    recording: 'spark-failure-retry',
    play(rig) {
      rig.submit({ arguments: ['--exit-code', '1'], restartPolicy: RETRY });
      rig.until(() => rig.state() === 'FAILED');
      rig.clock.advance(5_000);
    },
  },
  {
    recording: 'spark-submission-failed',
    play(rig) {
      rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
        metadata: { name: 'none' },
        spec: { hard: { pods: '0' } },
      });
      rig.clock.advance(1_000);
      rig.submit({
        restartPolicy: {
          ...RETRY,
          onSubmissionFailureRetries: 1,
          onSubmissionFailureRetryInterval: 3,
        },
      });
      rig.until(() => rig.state() === 'FAILED');
      rig.clock.advance(5_000);
    },
  },
  {
    recording: 'spark-bad-image',
    play(rig) {
      rig.submit({ image: 'registry.invalid/team/none:1' });
      rig.clock.advance(50_000);
      remove(rig);
    },
  },
  {
    recording: 'spark-suspend-resume',
    play(rig) {
      rig.submit({ arguments: ['--duration', '15s'] });
      rig.until(() => rig.state() === 'RUNNING');
      rig.submit({ suspend: true }, 'later');
      untilExecutorRuns(rig);
      patch(rig, spec => {
        spec.suspend = true;
      });
      rig.clock.advance(7_000);
      patch(rig, spec => {
        spec.suspend = false;
      });
      rig.until(() => rig.state() === 'COMPLETED');
    },
  },
  {
    recording: 'spark-cancel',
    play(rig) {
      rig.submit(LONG);
      untilExecutorRuns(rig);
      remove(rig);
    },
  },
  {
    recording: 'spark-update-spec',
    play(rig) {
      rig.submit();
      untilExecutorRuns(rig);
      patch(rig, spec => {
        spec.driver.memory = '640m';
      });
      rig.until(() => rig.state() === 'COMPLETED');
    },
  },
  {
    recording: 'spark-ttl',
    play(rig) {
      rig.submit({ timeToLiveSeconds: 10 });
      rig.until(() => rig.app() === undefined);
      rig.until(() => rig.api.list(PODS, rig.namespace).length === 0);
    },
  },
];

/** Reasons that depend on whether the node has the image, not on the operator. */
const PULLS = new Set(['Pulling', 'Pulled']);

describe.each(LIFE_CYCLES)('the life of $recording', ({ recording, play }) => {
  const recorded = recordedLifeCycle(recording);
  const life = recorded ?? [];
  const rig = new SandboxRig();
  const seen: Seen[] = [];
  for (const ref of [SPARK_APPLICATIONS, PODS, EVENTS]) {
    rig.api.watch(ref, ({ type, object }) =>
      seen.push({ at: rig.clock.now(), type, object }),
    );
  }
  beforeAll(() => play(rig));
  afterAll(() => rig.stop());

  // Without recordings beside the repository there is nothing to compare with.
  const compared = recorded ? describe : describe.skip;

  compared('compared with the recording', () => {
    it('goes through the recorded states', () => {
      expect(stateSequence(seen, 'pi')).toEqual(stateSequence(life, 'pi'));
      expect(stateSequence(seen, 'later')).toEqual(
        stateSequence(life, 'later'),
      );
    });

    it('tells of them by the recorded events', () => {
      expect(eventReasons(seen, 'SparkApplication')).toEqual(
        eventReasons(life, 'SparkApplication'),
      );
      const ofPods = (changes: Parameters<typeof eventReasons>[0]) =>
        eventReasons(changes, 'Pod').filter(reason => !PULLS.has(reason));
      expect(ofPods(seen)).toEqual(ofPods(life));
    });

    it('shows the containers as recorded', () => {
      // The node's status lags behind its attempts to pull, so only the names count where there are several.
      const names = (changes: Parameters<typeof containerSequence>[0]) =>
        recording === 'spark-bad-image'
          ? [...new Set(containerSequence(changes, 'driver'))].sort()
          : containerSequence(changes, 'driver');
      expect(names(seen)).toEqual(names(life));
      expect(containerSequence(seen, 'executor')).toEqual(
        containerSequence(life, 'executor'),
      );
    });
  });

  it('leaves no controller with a fault', () => {
    expect(rig.faults.map(String)).toEqual([]);
  });
});

it('ends a run whose main file is missing as a failed driver', () => {
  const rig = new SandboxRig();
  rig.submit(FAILING);
  rig.until(() => rig.state() === 'FAILED');
  expect(rig.app()?.status.applicationState.errorMessage).toBe(
    'driver container failed with ExitCode: 1, Reason: Error',
  );
  expect(rig.log(rig.pod('pi-driver')!)).toContain(
    'java.io.FileNotFoundException: /opt/app/fail.jar (No such file or directory)',
  );
  expect(SPARK_PI.executor.instances).toBe(1);
  rig.stop();
});
