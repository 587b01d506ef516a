import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import { KIND_BRANCH, KIND_REPOSITORY } from '../model/objects';
import { branchInput, messageInput } from './inputs';
import { revertLeave } from './leave';
import { headOf } from './performBranch';
import { commitOf, protectedBy, uncommittedOn, writable } from './preflight';
import {
  branchNamed,
  errorAt,
  oneCall,
  refused,
  sceneOf,
  warning,
} from './scene';

const input = z.strictObject({
  branch: branchInput.optional(),
  commit: z.string().trim().min(1).max(200),
  message: messageInput.optional(),
});

/** Takes a commit back by another one. */
export function commitRevert(
  sources: readonly LakefsSource[],
): SystemOperation<z.infer<typeof input>> {
  return {
    id: 'lakefs:revert',
    title: 'Revert',
    nature: 'branch',
    actsOn: [KIND_BRANCH, KIND_REPOSITORY],
    ofEntity: KIND_REPOSITORY,
    input,
    async plan(values, context) {
      const scene = sceneOf(context, sources);
      const { client, repository, signal } = scene;
      const branch = branchNamed(values.branch, context);
      const title = `Revert ${values.commit.slice(0, 12)} on ${
        branch ?? 'a branch'
      } of ${repository}`;
      const head = branch && (await headOf(client, repository, branch, signal));
      if (!branch || !head) {
        return refused(scene, title, [
          errorAt('branch', `There is no such branch in ${repository}.`),
        ]);
      }
      const [found, rule, dirty] = await Promise.all([
        commitOf(scene, values.commit, 'commit'),
        protectedBy(scene, branch),
        uncommittedOn(scene, branch),
      ]);
      if (!('commit' in found)) return refused(scene, title, found.findings);
      const { commit } = found;
      const isMerge = commit.parents.length > 1;
      const [line] = commit.message.split('\n');
      return oneCall(scene, {
        title,
        about: branch,
        approval: revertLeave(scene, context, {
          ...{ branch, rule, commit: commit.id },
        }),
        action: 'revert',
        values: {
          branch,
          commit: commit.id,
          parentNumber: isMerge ? 1 : 0,
          message: values.message ?? `Revert "${line.slice(0, 200)}"`,
        },
        findings: [
          ...writable(scene),
          ...(dirty.n > 0
            ? [
                errorAt(
                  undefined,
                  `There is uncommitted data on ${branch}: lakeFS reverts on a clean branch alone.`,
                  'Commit or discard it first.',
                ),
              ]
            : []),
          ...(isMerge
            ? [
                warning(
                  'It takes a whole merge back. The same branch cannot be merged again afterwards: lakeFS finds no changes.',
                  'Revert the revert to have it again.',
                ),
              ]
            : []),
          ...(rule === undefined
            ? []
            : [
                warning(
                  `The rule "${rule}" protects ${branch}; lakeFS lets a revert through without its checks.`,
                ),
              ]),
        ],
      });
    },
  };
}
