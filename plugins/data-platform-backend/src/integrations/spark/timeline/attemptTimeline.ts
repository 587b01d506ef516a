import {
  Moment,
  Outcome,
} from '@millrace/backstage-plugin-data-platform-common';
import { waitsForImage } from '../../pods/imagePull';
import { countExecutors } from '../assess/running';
import { at } from '../../verdicts/verdict';
import { code } from '../../values/plain';
import { containerOf } from '../model/podEnd';
import { endedAt, SparkAttempt } from '../model/sparkAttempt';

/** What the operator says of an attempt, as far as its steps go. */
export interface AttemptSteps {
  /** It has ended. */
  over: boolean;
  /** No pod was ever made. */
  refused: boolean;
  /** How it ended, where the operator says it. */
  end?: Outcome | 'unknown';
}

/** Steps of a run, in order: submitted, driver scheduled, image pulled, running, executors, end. */
export function attemptTimeline(
  attempt: SparkAttempt,
  steps: AttemptSteps,
): readonly Moment[] {
  const { driver, goneDriver, executors } = attempt;
  const { refused } = steps;
  const pod = driver ?? goneDriver;
  const container = containerOf(pod, 'driver');
  const started = attempt.driverStartedAt !== undefined;
  const over = attempt.driverEnd !== undefined || steps.over;
  const counts = countExecutors(executors);
  const seen = counts.running + counts.completed + counts.failed;
  const imageFailed = waitsForImage(container);
  // Of a run that ended before the portal started no pod was seen: whether it had executors, nobody here knows.
  const unseen = over && !refused && !pod && seen === 0;
  const submitted = attempt.submittedAt !== undefined || pod !== undefined;
  return [
    moment('Created', attempt.createdAt, 'done'),
    moment(
      'Submitted',
      attempt.submittedAt ?? pod?.createdAt,
      stateOf({
        done: submitted && !refused,
        failed: refused,
        current: !submitted,
      }),
    ),
    moment(
      'Driver scheduled',
      undefined,
      stateOf({
        done: pod?.node !== undefined || started || (over && !refused),
        current: pod !== undefined,
        failed: pod?.unschedulable !== undefined,
      }),
      pod?.node && `on node ${code(pod.node)}`,
    ),
    moment(
      'Image pulled',
      undefined,
      stateOf({
        done: started || (over && !refused),
        failed: imageFailed,
        current: pod?.node !== undefined,
      }),
    ),
    moment(
      'Driver running',
      attempt.driverStartedAt,
      stateOf({ done: started || (over && !refused), current: false }),
    ),
    ...(unseen
      ? []
      : [
          moment(
            'Executors',
            firstStart(attempt),
            stateOf({
              done: over ? seen > 0 : counts.running > 0,
              current: started && !over,
            }),
            executorCount(attempt, { over, seen, running: counts.running }),
          ),
        ]),
    endMoment(attempt, over, steps.end),
  ];
}

function executorCount(
  { size: { demand } }: SparkAttempt,
  { over, seen, running }: { over: boolean; seen: number; running: number },
): string {
  if (demand.dynamic) return over ? `${seen}` : `${seen} so far`;
  const wanted = demand.initial;
  if (!over) return `${running} of ${wanted}`;
  // Those that failed were replaced.
  return seen > wanted
    ? `${seen}, ${wanted} at a time`
    : `${seen} of ${wanted}`;
}

const END_TITLES = {
  succeeded: 'Succeeded',
  failed: 'Failed',
  cancelled: 'Stopped',
  unknown: 'Ended',
} as const;

function endMoment(
  attempt: SparkAttempt,
  over: boolean,
  told: AttemptSteps['end'],
): Moment {
  const failed =
    told === 'failed' ||
    (attempt.driverEnd !== undefined && attempt.driverEnd.exitCode !== 0);
  const title = failed ? 'Failed' : END_TITLES[told ?? 'succeeded'];
  return over
    ? moment(title, endedAt(attempt), failed ? 'failed' : 'done')
    : moment('End', undefined, 'pending');
}

function firstStart({ executors }: SparkAttempt): number | undefined {
  const times = executors
    .map(({ pod }) => {
      const container = containerOf(pod, 'executor');
      return container?.running?.startedAt ?? container?.terminated?.startedAt;
    })
    .filter((time): time is number => time !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
}

function stateOf(is: {
  done?: boolean;
  failed?: boolean;
  current?: boolean;
}): Moment['state'] {
  if (is.done) {
    return 'done';
  }
  if (is.failed) {
    return 'failed';
  }
  return is.current ? 'current' : 'pending';
}

function moment(
  title: string,
  time: number | undefined,
  state: Moment['state'],
  detail?: string,
): Moment {
  return {
    title,
    state,
    ...at(time),
    ...(detail && { detail }),
  };
}
