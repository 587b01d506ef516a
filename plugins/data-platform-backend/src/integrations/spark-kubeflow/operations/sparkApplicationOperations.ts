import {
  KubernetesObject,
  OperationInput,
  PlannedWrite,
  ResourceOperation,
} from '@millrace/backstage-plugin-data-platform-node';
import { rerunManifest } from '../manifest/rerunManifest';
import { jobOfRunName, runName } from '../../spark/manifest/sparkName';
import {
  rerunAvailability,
  resumeAvailability,
  stopAvailability,
} from '../../spark/operations/availability';
import { suspendWrite } from '../../spark/operations/suspendWrite';
import { jobOfRun, rerunWrite } from '../../spark/operations/rerunWrite';
import { SPARK_API_VERSION } from '../names';
import { flagAt, textAt } from '../../values/field';
import { isTerminal } from '../model/sparkState';
import { deletionReason, targetOf } from '../../verdicts/target';
import { SPARK_APPLICATION } from '../../spark/names';

const APPLICATION = {
  apiVersion: SPARK_API_VERSION,
  kind: SPARK_APPLICATION,
  plural: 'sparkapplications',
};

/** What a person can do with one run. */
export const sparkApplicationOperations: readonly ResourceOperation<KubernetesObject>[] =
  [
    {
      id: 'spark:stop',
      title: 'Stop',
      destructive: true,
      confirmation:
        'Stop this run? Its pods end and the object is deleted from the cluster. Its history stays here.',
      availability: object => stopAvailability(object, ended(object)),
      plan: object => [
        {
          id: 'stop',
          title: `Delete SparkApplication ${object.metadata.name}`,
          verb: 'delete',
          target: targetOf(object, APPLICATION),
        },
      ],
    },
    {
      id: 'spark:rerun',
      title: 'Re-run',
      readsLive: true,
      availability: object => rerunAvailability(object, ended(object)),
      plan: planRerun,
    },
    {
      id: 'spark:suspend',
      title: 'Suspend',
      destructive: true,
      confirmation:
        'Suspend this run? Its pods are stopped and what it has computed so far is lost; a resume starts it anew.',
      availability: object => {
        if (ended(object)) {
          return 'This run has ended; there is nothing to suspend.';
        }
        return (
          deletionReason(object) ??
          (flagAt(object.spec, 'suspend') ? 'It is suspended already.' : true)
        );
      },
      plan: object => [suspendWrite(targetOf(object, APPLICATION), true)],
    },
    {
      id: 'spark:resume',
      title: 'Resume',
      availability: object =>
        resumeAvailability(
          object,
          ended(object),
          flagAt(object.spec, 'suspend'),
        ),
      plan: object => [suspendWrite(targetOf(object, APPLICATION), false)],
    },
  ];

function ended(object: KubernetesObject): boolean {
  return isTerminal(textAt(object.status, 'applicationState', 'state') ?? '');
}

function planRerun(
  live: KubernetesObject,
  input: OperationInput,
): readonly PlannedWrite[] {
  const job = jobOfRun(live, jobOfRunName);
  return [rerunWrite(rerunManifest(live, runName(job, input.now)), input)];
}
