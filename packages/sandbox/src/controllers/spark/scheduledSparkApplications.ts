import {
  StatusError,
  type Clock,
  type Controller,
  type SandboxApi,
} from '../../types';
import { timestamp } from '../../clock/timestamps';
import { watchesObject, type ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { instant } from '../instant';
import { objectKey, splitKey } from '../objectKey';
import { between, type Random } from '../random';
import { SCHEDULED_SPARK_APPLICATIONS } from '../refs';
import { parseSchedule, ScheduleError, type Schedule } from './cronSchedule';
import type {
  ScheduledSparkApplication,
  ScheduledSparkApplicationStatus,
} from './ScheduledSparkApplication';
import { createRun, mayStartRun, trimRuns } from './scheduledRuns';

const NOTICE_MS = 10;

interface Context {
  api: SandboxApi;
  clock: Clock;
  random: Random;
}

function write(
  api: SandboxApi,
  app: ScheduledSparkApplication,
  status: ScheduledSparkApplicationStatus,
): void {
  const compact = Object.fromEntries(
    Object.entries(status).filter(
      ([, value]) =>
        value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
  api.updateStatus(SCHEDULED_SPARK_APPLICATIONS, { ...app, status: compact });
}

/** Starts the run that is due; returns in how many ms to look again. */
function startRun(
  { api, clock, random }: Context,
  app: ScheduledSparkApplication,
  schedule: Schedule,
): number {
  const now = clock.now();
  const nextRun = schedule(now);
  if (!mayStartRun(api, app)) return nextRun - now;
  let lastRunName: string;
  try {
    lastRunName = createRun(api, app, now, between(random, 1_000, 999_999));
  } catch (error) {
    // The operator only logs it: the object shows nothing but a nextRun that lies in the past.
    if (error instanceof StatusError) return nextRun - now;
    throw error;
  }
  write(api, app, {
    scheduleState: 'Scheduled',
    lastRun: timestamp(now),
    lastRunName,
    nextRun: timestamp(nextRun),
    pastSuccessfulRunNames: trimRuns(api, app, 'COMPLETED'),
    pastFailedRunNames: trimRuns(api, app, 'FAILED'),
  });
  return nextRun - now;
}

/** One look at a schedule; returns in how many ms to look again, or undefined to wait for a change. */
function reconcile(
  context: Context,
  app: ScheduledSparkApplication,
): number | undefined {
  const { api, clock } = context;
  const status = { lastRun: null, ...app.status };
  if (app.spec.suspend) return undefined;
  let schedule: Schedule;
  try {
    schedule = parseSchedule(app.spec.schedule, app.spec.timeZone);
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    write(api, app, {
      ...status,
      scheduleState: 'FailedValidation',
      reason: error.message,
    });
    return undefined;
  }
  if (status.scheduleState === 'FailedValidation') return undefined;
  const now = clock.now();
  const nextRun = instant(status.nextRun);
  if (nextRun === undefined) {
    const first = schedule(now);
    write(api, app, {
      ...status,
      scheduleState: 'Scheduled',
      nextRun: timestamp(first),
    });
    return first - now;
  }
  return nextRun > now ? nextRun - now : startRun(context, app, schedule);
}

/**
 * Kubeflow's operator for ScheduledSparkApplications (internal/controller/scheduledsparkapplication/controller.go, 2.5). As there,
 * a schedule whose validation failed is not looked at again when it is mended.
 */
export function scheduledSparkApplicationController(
  options: ControllerOptions,
): Controller {
  return (api, clock) => {
    const queue = new Workqueue(
      clock,
      key => {
        const { namespace, name } = splitKey(key);
        const app = api.get(SCHEDULED_SPARK_APPLICATIONS, namespace, name);
        if (!app || app.metadata.deletionTimestamp) return;
        const delayMs = reconcile(
          { api, clock, random: options.random },
          app as ScheduledSparkApplication,
        );
        if (delayMs !== undefined) queue.enqueue(key, delayMs);
      },
      options.onFault,
    );
    const unwatch = api.watch(
      SCHEDULED_SPARK_APPLICATIONS,
      ({ type, object }) => {
        if (type === 'DELETED' || !watchesObject(options, api, object)) return;
        queue.enqueue(objectKey(object), NOTICE_MS);
      },
    );
    return () => {
      unwatch();
      queue.stop();
    };
  };
}
