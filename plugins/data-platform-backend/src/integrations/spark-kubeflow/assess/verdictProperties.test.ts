import fc from 'fast-check';
import {
  AssessContext,
  EventEvidence,
  KubernetesObject,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  contextOf,
  projected,
  TEST_NOW,
} from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { SPARK_STATES } from '../model/sparkState';
import { sparkApplication } from '../sparkApplication';

const minutes = fc.integer({ min: -2, max: 120 });
const ago = (n: number) => TEST_NOW - n * 60_000;
const iso = (n: number) => new Date(ago(n)).toISOString();
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });

/** An object in any state, with any of the fields that the operator writes, or leaves behind. */
const object: fc.Arbitrary<KubernetesObject> = fc
  .record({
    state: fc.constantFrom(...SPARK_STATES),
    created: minutes,
    submitted: maybe(minutes),
    ended: maybe(minutes),
    attempts: maybe(fc.integer({ min: 1, max: 5 })),
    error: fc.constantFrom(
      undefined,
      'driver container failed with ExitCode: 1, Reason: Error',
      'driver pod not found',
      'failed to submit spark application: exceeded quota: domain',
    ),
    suspend: fc.boolean(),
    policy: fc.constantFrom('Never', 'OnFailure', 'Always'),
    retries: fc.integer({ min: 0, max: 3 }),
    executor: fc.constantFrom('PENDING', 'RUNNING', 'COMPLETED', 'FAILED'),
    dynamic: fc.boolean(),
  })
  .map(each => ({
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: {
      name: 'orders',
      namespace: 'sales',
      uid: 'uid-orders',
      creationTimestamp: iso(each.created),
    },
    spec: {
      type: 'Scala',
      suspend: each.suspend,
      driver: { cores: 1, memory: '1g' },
      executor: { cores: 1, memory: '1g', instances: 2 },
      dynamicAllocation: { enabled: each.dynamic, minExecutors: 1 },
      restartPolicy: { type: each.policy, onFailureRetries: each.retries },
    },
    status: {
      applicationState: { state: each.state, errorMessage: each.error },
      submissionID: 'a',
      executionAttempts: each.attempts,
      lastSubmissionAttemptTime:
        each.submitted === undefined ? undefined : iso(each.submitted),
      terminationTime: each.ended === undefined ? null : iso(each.ended),
      driverInfo: { podName: 'orders-driver' },
      executorState: { 'orders-exec-1': each.executor },
    },
  }));

function pod(
  role: 'driver' | 'executor',
  code: number | undefined,
  endedAgo: number,
  deleting: boolean,
): PodEvidence {
  const running = code === undefined;
  return {
    name: role === 'driver' ? 'orders-driver' : 'orders-exec-1',
    uid: `uid-${role}`,
    namespace: 'sales',
    labels: {
      'spark-role': role,
      'sparkoperator.k8s.io/app-name': 'orders',
      'sparkoperator.k8s.io/submission-id': 'a',
    },
    ownerUids: ['uid-orders'],
    phase: running ? 'Running' : 'Failed',
    node: 'node-1',
    createdAt: ago(endedAgo + 5),
    ...(deleting && { deletingSince: ago(endedAgo) }),
    requests: {},
    containers: [
      {
        name: `spark-kubernetes-${role}`,
        ready: running,
        restarts: 0,
        limits: {},
        ...(running
          ? { running: { startedAt: ago(endedAgo + 4) } }
          : {
              terminated: {
                exitCode: code,
                reason: code === 0 ? 'Completed' : 'Error',
                startedAt: ago(endedAgo + 4),
                finishedAt: ago(endedAgo),
              },
            }),
      },
    ],
  };
}

const exit = fc.constantFrom(undefined, 0, 1, 52, 137, 143);
const executors = fc.array(
  fc
    .record({ code: exit, ended: minutes, deleting: fc.boolean() })
    .map(({ code, ended, deleting }) => pod('executor', code, ended, deleting)),
  { maxLength: 2 },
);
const events: fc.Arbitrary<EventEvidence[]> = fc.array(
  fc
    .constantFrom(
      'SparkApplicationSuspending',
      'SparkDriverFailed',
      'FailedScheduling',
      'BackOff',
    )
    .map(reason => ({
      uid: `event-${reason}`,
      type: 'Warning',
      reason,
      message: `${reason}. Something. Else!`,
      count: 1,
      firstAt: ago(3),
      lastAt: ago(1),
      involved: { kind: 'Pod', name: 'orders-driver', uid: 'uid-driver' },
    })),
  { maxLength: 2 },
);
const around: fc.Arbitrary<Partial<AssessContext>> = fc.record({
  events,
  complete: fc.constantFrom(undefined, ['pods', 'events'] as const),
  lastActivity: maybe(minutes.map(ago)),
  operator: fc.constantFrom(
    undefined,
    { state: 'up' as const },
    {
      state: 'down' as const,
      since: ago(10),
      trouble: 'the operator of cluster eu-1 seems to be down since 11:50 UTC',
    },
  ),
});

function assess(target: KubernetesObject, ctx: Partial<AssessContext>) {
  const kept = projected(sparkApplication, target);
  return sparkApplication.assess(kept, contextOf(ctx));
}

/** A full stop inside of a code span or a number ends nothing. */
function sentences(message: string): number {
  const told = message.replace(/`[^`]*`/g, 'x');
  return (told.match(/[.!?](?=\s|$)/g) ?? []).length;
}

describe('whatever the object, its pods and its events say', () => {
  it('a run whose driver failed is never healthy, nor called a success', () => {
    const failure = fc.record({
      code: fc.constantFrom(1, 52, 101, 137),
      ended: fc.integer({ min: 0, max: 90 }),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(
        object,
        failure,
        executors,
        around,
        (target, { code, ended, gone }, others, ctx) => {
          const driver = pod('driver', code, ended, false);
          const verdict = assess(target, {
            ...ctx,
            pods: gone ? others : [driver, ...others],
            gonePods: gone ? [driver] : [],
          });
          expect(verdict.health).not.toBe('healthy');
          expect(verdict.outcome).not.toBe('succeeded');
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('says one sentence, about a time that has been', () => {
    fc.assert(
      fc.property(
        object,
        exit,
        minutes,
        fc.boolean(),
        executors,
        around,
        (target, code, ended, there, others, ctx) => {
          const driver = pod('driver', code, ended, false);
          const verdict = assess(target, {
            ...ctx,
            pods: there ? [driver, ...others] : others,
          });
          expect(sentences(verdict.message)).toBe(1);
          expect(verdict.message).toMatch(/^[A-Z].*\.$/);
          expect(Date.parse(verdict.since ?? '') || 0).toBeLessThanOrEqual(
            TEST_NOW,
          );
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('fewer executors than a moment ago are no failure under dynamic allocation', () => {
    const running: KubernetesObject = {
      ...projected(sparkApplication, {
        metadata: {
          name: 'orders',
          namespace: 'sales',
          uid: 'uid-orders',
          creationTimestamp: iso(60),
        },
      }),
      spec: {
        executor: { instances: 5 },
        dynamicAllocation: { enabled: true, minExecutors: 0, maxExecutors: 9 },
      },
      status: { applicationState: { state: 'RUNNING' }, submissionID: 'a' },
    };
    const scaledDown = fc.array(
      minutes.map(n => pod('executor', 143, Math.max(0, n), true)),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(scaledDown, gonePods => {
        const { health } = assess(running, {
          complete: ['pods'],
          pods: [pod('driver', undefined, 10, false)],
          gonePods,
        });
        expect(health).toBe('healthy');
      }),
      { numRuns: 100 },
    );
  });
});
