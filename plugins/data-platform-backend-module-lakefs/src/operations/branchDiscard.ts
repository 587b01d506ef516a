import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import { BranchObject, KIND_BRANCH } from '../model/objects';
import {
  protectedBy,
  uncommittedOn,
  uncommittedWarning,
  writable,
} from './preflight';
import { errorAt, oneCall, sceneOf } from './scene';

const input = z.strictObject({});

/** Throws away what lies uncommitted on a branch. */
export function branchDiscard(
  sources: readonly LakefsSource[],
): SystemOperation<z.infer<typeof input>> {
  return {
    id: 'lakefs:discard',
    title: 'Discard uncommitted',
    destructive: true,
    confirmation:
      'Throw away all that is not committed on this branch? It cannot be restored.',
    nature: 'branch',
    actsOn: [KIND_BRANCH],
    input,
    availability({ object }) {
      const { uncommitted } = (object as BranchObject).status;
      return uncommitted && uncommitted.n === 0
        ? 'Nothing lies uncommitted on it.'
        : true;
    },
    async plan(_values, context) {
      const scene = sceneOf(context, sources);
      const branch = context.subject.row.name;
      const [rule, lying] = await Promise.all([
        protectedBy(scene, branch),
        uncommittedOn(scene, branch),
      ]);
      return oneCall(scene, {
        title: `Discard the uncommitted data of ${branch} of ${scene.repository}`,
        about: branch,
        action: 'discard',
        values: { branch },
        findings: [
          ...writable(scene),
          ...(rule === undefined
            ? []
            : [
                errorAt(
                  undefined,
                  `The rule "${rule}" protects ${branch}: lakeFS discards nothing there.`,
                  'Take the rule off, discard, and set it again.',
                ),
              ]),
          ...(lying.n === 0
            ? [errorAt(undefined, `Nothing lies uncommitted on ${branch}.`)]
            : uncommittedWarning(lying, 'are lost for good')),
        ],
      });
    },
  };
}
