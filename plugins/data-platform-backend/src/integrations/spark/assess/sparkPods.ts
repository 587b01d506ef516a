import {
  ContainerEvidence,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { ImageProblem, imageProblem } from '../../pods/imagePull';
import { SchedulingProblem, schedulingProblem } from '../../pods/unschedulable';
import { SparkAttempt } from '../model/sparkAttempt';
import { SparkSettings } from '../model/sparkSettings';
import { PodSize, SparkRole } from '../model/sparkSize';

/** What is known where a Spark pod is looked at: an attempt, or a service. */
export type SparkScene = Pick<
  SparkAttempt,
  'operator' | 'image' | 'serviceAccount' | 'events' | 'ctx'
>;

/** What is wrong with the image of a Spark container. */
export function sparkImageProblem(
  { operator, image, serviceAccount, events, ctx }: SparkScene,
  pod: PodEvidence,
  container: ContainerEvidence,
  role: SparkRole,
): ImageProblem {
  return imageProblem(
    {
      settings: operator.settings,
      image: image[role],
      serviceAccount: serviceAccount[role] ?? serviceAccount.driver,
      events,
      previous: ctx.previous,
    },
    pod,
    container,
  );
}

/** Why a Spark pod has no node. */
export function sparkSchedulingProblem(
  pod: PodEvidence,
  role: SparkRole,
  size: PodSize | undefined,
  settings: SparkSettings,
): SchedulingProblem {
  return schedulingProblem(pod, size, settings[role], settings);
}
