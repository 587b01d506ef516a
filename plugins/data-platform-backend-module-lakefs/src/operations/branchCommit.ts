import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import {
  BranchObject,
  countOf,
  KIND_BRANCH,
  KIND_REPOSITORY,
} from '../model/objects';
import { branchInput, messageInput } from './inputs';
import { headOf } from './performBranch';
import { protectedBy, uncommittedOn, writable } from './preflight';
import { branchNamed, errorAt, info, oneCall, refused, sceneOf } from './scene';

const input = z.strictObject({
  branch: branchInput.optional(),
  message: messageInput,
});

/** Commits what lies uncommitted on a branch. */
export function branchCommit(
  sources: readonly LakefsSource[],
): SystemOperation<z.infer<typeof input>> {
  return {
    id: 'lakefs:commit',
    title: 'Commit',
    nature: 'branch',
    actsOn: [KIND_BRANCH, KIND_REPOSITORY],
    ofEntity: KIND_REPOSITORY,
    input,
    availability({ object }) {
      const { spec, status } = object as BranchObject;
      if (spec.protectedBy !== undefined) {
        return `The rule "${spec.protectedBy}" protects it: it changes by merges alone.`;
      }
      const { uncommitted } = status;
      return uncommitted && uncommitted.n === 0
        ? 'Nothing lies uncommitted on it.'
        : true;
    },
    async plan({ branch: given, message }, context) {
      const scene = sceneOf(context, sources);
      const { client, repository, signal } = scene;
      const branch = branchNamed(given, context);
      const title = `Commit to ${branch ?? 'a branch'} of ${repository}`;
      if (!branch) {
        return refused(scene, title, [errorAt('branch', 'Name the branch.')]);
      }
      if ((await headOf(client, repository, branch, signal)) === undefined) {
        return refused(scene, title, [
          errorAt('branch', `There is no branch ${branch} in ${repository}.`),
        ]);
      }
      const [rule, lying] = await Promise.all([
        protectedBy(scene, branch),
        uncommittedOn(scene, branch),
      ]);
      const broken = scene.branch(branch)?.status.insight?.actions.broken ?? [];
      return oneCall(scene, {
        title,
        about: branch,
        action: 'commit',
        values: { branch, message },
        findings: [
          ...writable(scene),
          ...(rule === undefined
            ? []
            : [
                errorAt(
                  'branch',
                  `The rule "${rule}" protects ${branch}: it changes by merges alone.`,
                  'Commit to a branch of your own and merge that.',
                ),
              ]),
          ...(lying.n === 0
            ? [
                errorAt(
                  undefined,
                  `Nothing lies uncommitted on ${branch}: there is nothing to commit.`,
                ),
              ]
            : [info(`${countOf(lying, 'change')} will be committed.`)]),
          ...broken.map(({ path, problem }) =>
            errorAt(
              undefined,
              `lakeFS cannot read ${path} of this branch (${problem}): every commit fails.`,
              `Mend ${path} first.`,
            ),
          ),
        ],
      });
    },
  };
}
