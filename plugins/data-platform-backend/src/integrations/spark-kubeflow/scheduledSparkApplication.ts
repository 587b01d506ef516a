import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { assessSchedule } from './assess/assessSchedule';
import { fact } from '../verdicts/fact';
import { sizeFacts } from '../spark/facts/sizeFacts';
import { keepScheduledSparkApplication } from './keep';
import { field, flagAt, textAt, timeAt } from '../values/field';
import {
  SCHEDULED_SPARK_APPLICATION,
  SPARK_GROUP,
  SPARK_VERSION,
} from './names';
import { scheduleTrace } from './operatorTrace';
import { scheduleOperations } from './operations/scheduleOperations';
import { sparkSize } from './model/sparkSize';

/** A Spark job that runs by a schedule. */
export const scheduledSparkApplication: ResourceDefinition = {
  kind: SCHEDULED_SPARK_APPLICATION,
  match: {
    group: SPARK_GROUP,
    versions: [SPARK_VERSION],
    plural: 'scheduledsparkapplications',
  },
  nature: 'schedule',
  keep: keepScheduledSparkApplication,
  assess: assessSchedule,
  facts: scheduleFacts,
  related: [
    {
      type: 'events',
      fieldSelector: `involvedObject.kind=${SCHEDULED_SPARK_APPLICATION}`,
    },
  ],
  operatorTrace: scheduleTrace,
  operations: scheduleOperations,
};

function scheduleFacts({ spec, status }: KubernetesObject): readonly Fact[] {
  const next = timeAt(status, 'nextRun');
  const last = timeAt(status, 'lastRun');
  return [
    ...fact('schedule', 'Schedule', textAt(spec, 'schedule')),
    ...fact('timeZone', 'Time zone', textAt(spec, 'timeZone') ?? 'Local'),
    ...fact(
      'nextRun',
      'Next run',
      next !== undefined && !flagAt(spec, 'suspend') && minute(next),
    ),
    ...fact('lastRun', 'Last run', last !== undefined && minute(last)),
    ...fact(
      'concurrencyPolicy',
      'At the same time',
      policyInWords(spec),
      textAt(spec, 'concurrencyPolicy') === undefined,
    ),
    ...sizeFacts(sparkSize(field(spec, 'template'))),
  ];
}

function policyInWords(spec: unknown): string | undefined {
  switch (textAt(spec, 'concurrencyPolicy')) {
    case 'Allow':
      return 'several runs';
    case 'Forbid':
      return 'one run; the next waits';
    case 'Replace':
      return 'one run; the next replaces it';
    case undefined:
      return 'not set: no run starts while an earlier one is still on the cluster';
    default:
      return undefined;
  }
}

/** `2026-11-22 02:00 UTC` */
function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
