import { JobSchedule } from '@millrace/backstage-plugin-data-platform-common';
import { IndexedResource } from '../store/types';

/**
 * A live schedule for the screens. Kubernetes' CronJob and Kubeflow's ScheduledSparkApplication agree on these fields;
 * each may lack.
 */
export function scheduleOf({ row, object }: IndexedResource): JobSchedule {
  const spec = fields(object.spec);
  const status = fields(object.status);
  return {
    resourceId: row.id,
    expression: text(spec.schedule) ?? '',
    timeZone: text(spec.timeZone),
    suspended: spec.suspend === true,
    nextRun: time(status.nextRun),
    lastRun: time(status.lastRun) ?? time(status.lastScheduleTime),
    assessment: row.assessment,
  };
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function time(value: unknown): string | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
