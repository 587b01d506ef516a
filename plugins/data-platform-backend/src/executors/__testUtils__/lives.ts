import fc from 'fast-check';
import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { container, pod } from '../../store/__testUtils__/evidence';
import { BusySpan } from '../BusySpans';
import { ExecutorLife } from '../ExecutorLife';
import { UsageRecord } from '../UsageRecord';

/** Nine in the morning of the tests' day. */
export const T0 = Date.parse('2026-03-02T09:00:00Z');
export const MINUTE = 60_000;

/** An executor of two cores and 4 GiB; times in minutes after {@link T0}. */
export function life(
  id: string,
  created: number,
  started?: number,
  ended?: number,
): ExecutorLife {
  const at = (minutes: number) => T0 + minutes * MINUTE;
  return {
    id,
    createdAt: at(created),
    ...(started !== undefined && { startedAt: at(started) }),
    ...(ended !== undefined && { endedAt: at(ended) }),
    cores: 2,
    gib: 4,
    gpus: 0,
  };
}

/** An executor's pod; times in minutes after {@link T0}. */
export function executor(
  name: string,
  times: { started?: number; ended?: number } = {},
  over: Partial<PodEvidence> = {},
): PodEvidence {
  const at = (minutes: number) => T0 + minutes * MINUTE;
  const { started, ended } = times;
  const state =
    ended !== undefined
      ? {
          terminated: {
            exitCode: 0,
            startedAt: started === undefined ? undefined : at(started),
            finishedAt: at(ended),
          },
        }
      : started !== undefined && { running: { startedAt: at(started) } };
  return pod(name, {
    labels: { toy: 'a', 'spark-role': 'executor' },
    createdAt: T0,
    requests: { cpu: '2', memory: '4Gi' },
    containers: [container({ name: 'spark-kubernetes-executor', ...state })],
    ...over,
  });
}

export function usageOf(
  lives: readonly ExecutorLife[],
  over: Partial<UsageRecord> = {},
): UsageRecord {
  return {
    lives,
    busy: [],
    until: T0 + 60 * MINUTE,
    complete: true,
    ended: true,
    ...over,
  };
}

/** Any executor within some hours, whatever its clocks say. */
export const anyLife: fc.Arbitrary<ExecutorLife> = fc
  .record({
    id: fc.uuid(),
    createdAt: fc.integer({ min: 0, max: 5e7 }),
    startedAt: fc.option(fc.integer({ min: 0, max: 6e7 }), { nil: undefined }),
    endedAt: fc.option(fc.integer({ min: 0, max: 7e7 }), { nil: undefined }),
    cores: fc.integer({ min: 0, max: 16 }),
    gib: fc.integer({ min: 0, max: 64 }),
    gpus: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ startedAt, endedAt, ...rest }) => ({
    ...rest,
    createdAt: T0 + rest.createdAt,
    ...(startedAt !== undefined && { startedAt: T0 + startedAt }),
    ...(endedAt !== undefined && { endedAt: T0 + endedAt }),
  }));

export const anyLives = fc.uniqueArray(anyLife, {
  selector: each => each.id,
  maxLength: 60,
});

/** Executor-milliseconds under a step function up to `until`. */
export function area(
  points: readonly { at: number; running: number }[],
  until: number,
): number {
  return points.reduce(
    (sum, { at, running }, index) =>
      sum + running * Math.max(0, (points[index + 1]?.at ?? until) - at),
    0,
  );
}

export function span(from: number, to: number, busy: number): BusySpan {
  return { from: T0 + from * MINUTE, to: T0 + to * MINUTE, busy };
}
