import {
  ANNOTATION_OPERATION,
  ANNOTATION_STARTED_BY,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  ObjectTarget,
  ResourceOperation,
} from '@millrace/backstage-plugin-data-platform-node';
import { runFromDefinition } from '../manifest/runFromDefinition';
import { runName } from '../../spark/manifest/sparkName';
import { suspendWrite } from '../../spark/operations/suspendWrite';
import { flagAt } from '../../values/field';
import { SCHEDULED_SPARK_APPLICATION, SPARK_API_VERSION } from '../names';
import { deletionReason, targetOf } from '../../verdicts/target';

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
      plan: object => [suspendWrite(scheduleTarget(object), true)],
    },
    {
      id: 'spark:resume-schedule',
      title: 'Resume schedule',
      confirmation:
        'Resume this schedule? A run that was missed meanwhile starts at once.',
      availability: object =>
        deletionReason(object) ??
        (suspended(object) ? true : 'The schedule is not suspended.'),
      plan: object => [suspendWrite(scheduleTarget(object), false)],
    },
  ];

function suspended(object: KubernetesObject): boolean {
  return flagAt(object.spec, 'suspend');
}

function scheduleTarget(object: KubernetesObject): ObjectTarget {
  return targetOf(object, {
    apiVersion: SPARK_API_VERSION,
    kind: SCHEDULED_SPARK_APPLICATION,
    plural: 'scheduledsparkapplications',
  });
}
