import {
  KubernetesObject,
  PodEvidence,
  RelatedSelector,
} from '@millrace/backstage-plugin-data-platform-node';
import { textAt } from '../values/field';
import { LABEL_SPARK_ROLE, SPARK_APPLICATION } from '../spark/names';
import { attemptOf, isOfAttempt } from './model/attemptIdentity';
import { LABEL_APP_NAME, LABEL_CLUSTER_NAME, SPARK_CLUSTER } from './names';

/** The pods and events that tell about a SparkApplication. */
export const applicationEvidence: readonly RelatedSelector<KubernetesObject>[] =
  [
    {
      type: 'pods',
      labelSelector: LABEL_SPARK_ROLE,
      ownerOf: pod => ownerBy(pod, LABEL_APP_NAME),
      belongs: belongsToAttempt,
    },
    {
      type: 'events',
      fieldSelector: `involvedObject.kind=${SPARK_APPLICATION}`,
    },
  ];

/** Those that tell about a SparkCluster. */
export const clusterEvidence: readonly RelatedSelector<KubernetesObject>[] = [
  {
    type: 'pods',
    labelSelector: LABEL_SPARK_ROLE,
    ownerOf: pod => ownerBy(pod, LABEL_CLUSTER_NAME),
  },
  { type: 'events', fieldSelector: `involvedObject.kind=${SPARK_CLUSTER}` },
];

/** Whether a pod is of the attempt that the object shows. */
export function belongsToAttempt(
  pod: PodEvidence,
  object: KubernetesObject,
): boolean {
  return isOfAttempt(pod, attemptOf(object));
}

function ownerBy(pod: PodEvidence, label: string): string | undefined {
  const name = textAt(pod.labels, label);
  return name ? `${pod.namespace}/${name}` : undefined;
}
