import {
  KubernetesObject,
  OperationInput,
  PlannedWrite,
  ResourceOperation,
} from '@millrace/backstage-plugin-data-platform-node';
import { rerunManifest } from '../manifest/rerunManifest';
import { jobOfRunName, runName } from '../../spark/manifest/sparkName';
import { jobOfRun, rerunWrite } from '../../spark/operations/rerunWrite';
import { SPARK_API_VERSION } from '../names';
import { flagAt, textAt } from '../../spark/model/field';
import { isTerminal } from '../model/sparkState';
import { deletionReason, targetOf } from '../../spark/operations/target';
import { LABEL_QUEUE, SPARK_APPLICATION } from '../../spark/names';

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
      availability: object =>
        deletionReason(object) ??
        (ended(object)
          ? 'This run has ended; there is nothing to stop.'
          : true),
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
      availability: object =>
        deletionReason(object) ??
        (ended(object)
          ? true
          : 'This run has not ended; stop it first, or wait for its end.'),
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
      plan: object => [patchSuspend(object, true, 'Suspend')],
    },
    {
      id: 'spark:resume',
      title: 'Resume',
      availability: object => {
        if (ended(object)) {
          return 'This run has ended; re-run it instead.';
        }
        if (!flagAt(object.spec, 'suspend')) {
          return 'It is not suspended.';
        }
        return (
          deletionReason(object) ??
          (textAt(object.metadata, 'labels', LABEL_QUEUE)
            ? 'Its queue decides when it runs.'
            : true)
        );
      },
      plan: object => [patchSuspend(object, false, 'Resume')],
    },
  ];

function ended(object: KubernetesObject): boolean {
  return isTerminal(textAt(object.status, 'applicationState', 'state') ?? '');
}

function patchSuspend(
  object: KubernetesObject,
  suspend: boolean,
  verb: string,
): PlannedWrite {
  return {
    id: verb.toLowerCase(),
    title: `${verb} SparkApplication ${object.metadata.name}`,
    verb: 'patch',
    target: targetOf(object, APPLICATION),
    patch: { spec: { suspend } },
  };
}

function planRerun(
  live: KubernetesObject,
  input: OperationInput,
): readonly PlannedWrite[] {
  const job = jobOfRun(live, jobOfRunName);
  return [rerunWrite(rerunManifest(live, runName(job, input.now)), input)];
}
