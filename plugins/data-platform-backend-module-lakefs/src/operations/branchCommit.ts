import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import { BranchObject, countOf } from '../model/objects';
import { claimsOf } from './claimsOf';
import { branchInput, messageInput } from './inputs';

import { protectedBy, uncommittedOn, writable, branchThere } from './preflight';
import {
  branchNamed,
  errorAt,
  info,
  oneCall,
  refused,
  sceneOf,
  ON_BRANCH,
} from './scene';

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
    ...ON_BRANCH,
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
      const title = `Commit to ${
        branchNamed(given, context) ?? 'a branch'
      } of ${scene.repository}`;
      const there = await branchThere(scene, given, context);
      if ('missing' in there) return refused(scene, title, there.missing);
      const { branch } = there;
      const [rule, lying] = await Promise.all([
        protectedBy(scene, branch),
        uncommittedOn(scene, branch),
      ]);
      const claims = claimsOf(scene.branch(branch));
      const broken = scene.branch(branch)?.status.insight?.actions.broken ?? [];
      return oneCall(scene, {
        title,
        about: branch,
        action: 'commit',
        values: { branch, message, ...(claims && { claims }) },
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
