import {
  KubernetesObject,
  PodEvidence,
  RelatedSelector,
} from '@millrace/backstage-plugin-data-platform-node';
import { textAt, timeAt } from '../values/field';
import { LABEL_APP_NAME, LABEL_SUBMISSION_ID } from './names';
import { LABEL_SPARK_ROLE, SPARK_APPLICATION } from '../spark/names';

/** Clocks of a cluster's machines differ a little; times are written in whole seconds. */
const CLOCK_SLACK_MS = 2_000;

/** The pods and events that tell about a SparkApplication. */
export const sparkApplicationEvidence: readonly RelatedSelector<KubernetesObject>[] =
  [
    {
      type: 'pods',
      labelSelector: LABEL_SPARK_ROLE,
      ownerOf: pod => {
        const app = pod.labels[LABEL_APP_NAME];
        return app ? `${pod.namespace}/${app}` : undefined;
      },
      belongs: belongsToAttempt,
    },
    {
      type: 'events',
      fieldSelector: `involvedObject.kind=${SPARK_APPLICATION}`,
    },
  ];

/**
 * Whether a pod is of the attempt that the object shows. A retry makes pods of the same name under a new submission id;
 * before the object has one, those count that are not older than it.
 */
export function belongsToAttempt(
  pod: PodEvidence,
  object: KubernetesObject,
): boolean {
  const submission = textAt(object.status, 'submissionID');
  const ofPod = textAt(pod.labels, LABEL_SUBMISSION_ID);
  if (submission && ofPod) {
    return submission === ofPod;
  }
  const createdAt = timeAt(object.metadata, 'creationTimestamp');
  return createdAt === undefined || pod.createdAt + CLOCK_SLACK_MS >= createdAt;
}
