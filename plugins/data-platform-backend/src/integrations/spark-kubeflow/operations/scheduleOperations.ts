import {
  ANNOTATION_OPERATION,
  ANNOTATION_STARTED_BY,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  PlannedWrite,
  ResourceOperation,
} from '@millrace/backstage-plugin-data-platform-node';
import { runFromDefinition } from '../manifest/runFromDefinition';
import { runName } from '../../spark/manifest/sparkName';
import { flagAt } from '../../spark/model/field';
import { SCHEDULED_SPARK_APPLICATION, SPARK_API_VERSION } from '../names';
import { deletionReason, targetOf } from '../../spark/operations/target';

/** What a person can do with a schedule. */
export const scheduleOperations: readonly ResourceOperation<KubernetesObject>[] =
  [
    {
      id: 'spark:run-now',
      title: 'Run now',
      readsLive: true,
      availability: object => deletionReason(object) ?? true,
      plan: (live, input) => {
        const run = runFromDefinition(
          { ...live, kind: SCHEDULED_SPARK_APPLICATION },
          {
            name: runName(live.metadata.name, input.now),
            namespace: live.metadata.namespace,
            annotations: {
              [ANNOTATION_STARTED_BY]: input.actor,
              [ANNOTATION_OPERATION]: input.operationId,
            },
          },
        );
        return [
          {
            id: 'run',
            title: `Create SparkApplication ${run.metadata.name}`,
            verb: 'create',
            object: run,
          },
        ];
      },
    },
    {
      id: 'spark:suspend-schedule',
      title: 'Suspend schedule',
      availability: object =>
        deletionReason(object) ??
        (suspended(object) ? 'The schedule is suspended already.' : true),
      plan: object => [patchSuspend(object, true, 'Suspend')],
    },
    {
      id: 'spark:resume-schedule',
      title: 'Resume schedule',
      confirmation:
        'Resume this schedule? A run that was missed meanwhile starts at once.',
      availability: object =>
        deletionReason(object) ??
        (suspended(object) ? true : 'The schedule is not suspended.'),
      plan: object => [patchSuspend(object, false, 'Resume')],
    },
  ];

function suspended(object: KubernetesObject): boolean {
  return flagAt(object.spec, 'suspend');
}

function patchSuspend(
  object: KubernetesObject,
  suspend: boolean,
  verb: string,
): PlannedWrite {
  return {
    id: verb.toLowerCase(),
    title: `${verb} ScheduledSparkApplication ${object.metadata.name}`,
    verb: 'patch',
    target: targetOf(object, {
      apiVersion: SPARK_API_VERSION,
      kind: SCHEDULED_SPARK_APPLICATION,
      plural: 'scheduledsparkapplications',
    }),
    patch: { spec: { suspend } },
  };
}
