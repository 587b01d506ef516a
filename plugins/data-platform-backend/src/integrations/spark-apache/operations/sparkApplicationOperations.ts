import {
  KubernetesObject,
  OperationInput,
  PlannedWrite,
  ResourceOperation,
} from '@millrace/backstage-plugin-data-platform-node';
import { rerunManifest } from '../../spark/manifest/runManifest';
import { jobOfRunName } from '../../spark/manifest/sparkName';
import { field } from '../../values/field';
import { SPARK_APPLICATION } from '../../spark/names';
import {
  rerunAvailability,
  resumeAvailability,
  stopAvailability,
} from '../../spark/operations/availability';
import { suspendWrite } from '../../spark/operations/suspendWrite';
import { jobOfRun, rerunWrite } from '../../spark/operations/rerunWrite';
import { deletionReason, servedVersion, targetOf } from '../../verdicts/target';
import { runName } from '../manifest/runName';
import { isTerminated } from '../model/applicationState';
import { currentState } from '../model/stateHistory';
import { APACHE_API_VERSION } from '../names';

const APPLICATION = {
  apiVersion: APACHE_API_VERSION,
  kind: SPARK_APPLICATION,
  plural: 'sparkapplications',
};
const NO_SUSPEND =
  'The Apache Spark operator of this cluster cannot suspend a run; stop it, and re-run it later.';

/** What a person can do with one run. Up to 1.0.0 this operator stops nothing but what is deleted. */
export const sparkApplicationOperations: readonly ResourceOperation<KubernetesObject>[] =
  [
    {
      id: 'spark-apache:stop',
      title: 'Stop',
      destructive: true,
      confirmation:
        'Stop this run? The Apache Spark operator stops a run only by deleting it: its pods end, and the object goes with their logs. Its history stays here.',
      availability: object => stopAvailability(object, ended(object)),
      plan: object => [deletion(object, 'stop')],
    },
    {
      id: 'spark-apache:rerun',
      title: 'Re-run',
      readsLive: true,
      availability: object => rerunAvailability(object, ended(object)),
      plan: planRerun,
    },
    {
      id: 'spark-apache:suspend',
      title: 'Suspend',
      availability: object => {
        if (ended(object)) {
          return 'This run has ended; there is nothing to suspend.';
        }
        switch (suspendOf(object)) {
          case undefined:
            return NO_SUSPEND;
          case true:
            return 'It is suspended already.';
          default:
            return (
              deletionReason(object) ??
              (currentState(object.status)
                ? 'It has begun already, and this operator suspends only what has not.'
                : true)
            );
        }
      },
      plan: object => [suspendWrite(targetOf(object, APPLICATION), true)],
    },
    {
      id: 'spark-apache:resume',
      title: 'Resume',
      availability: object =>
        resumeAvailability(object, ended(object), suspendOf(object) === true),
      plan: object => [suspendWrite(targetOf(object, APPLICATION), false)],
    },
    {
      id: 'spark-apache:delete',
      title: 'Delete',
      destructive: true,
      confirmation:
        'Delete this run from the cluster? What it keeps there, such as the log of its driver, goes with it. Its history stays here.',
      availability: object =>
        deletionReason(object) ??
        (ended(object) ? true : 'This run has not ended; stop it instead.'),
      plan: object => [deletion(object, 'delete')],
    },
  ];

function ended(object: KubernetesObject): boolean {
  return isTerminated(currentState(object.status)?.state ?? '');
}

/** Undefined where the cluster's operator does not know the field: the API server drops it then. */
function suspendOf({ spec }: KubernetesObject): boolean | undefined {
  const suspend = field(spec, 'suspend');
  return typeof suspend === 'boolean' ? suspend : undefined;
}

function deletion(object: KubernetesObject, id: string): PlannedWrite {
  return {
    id,
    title: `Delete SparkApplication ${object.metadata.name}`,
    verb: 'delete',
    target: targetOf(object, APPLICATION),
  };
}

function planRerun(
  live: KubernetesObject,
  input: OperationInput,
): readonly PlannedWrite[] {
  const manifest = rerunManifest(live, {
    apiVersion: servedVersion(live, APACHE_API_VERSION),
    name: runName(jobOfRun(live, jobOfRunName), input.now),
  });
  return [rerunWrite(manifest, input)];
}
