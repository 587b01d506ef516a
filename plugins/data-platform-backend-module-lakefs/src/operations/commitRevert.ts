import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';

import { branchInput, messageInput } from './inputs';
import { revertLeave } from './leave';

import {
  commitOf,
  protectedBy,
  uncommittedOn,
  writable,
  branchThere,
} from './preflight';
import {
  branchNamed,
  errorAt,
  oneCall,
  refused,
  sceneOf,
  warning,
  ON_BRANCH,
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
    ...ON_BRANCH,
    input,
    async plan(values, context) {
      const scene = sceneOf(context, sources);
      const title = `Revert ${values.commit.slice(0, 12)} on ${
        branchNamed(values.branch, context) ?? 'a branch'
      } of ${scene.repository}`;
      const there = await branchThere(scene, values.branch, context);
      if ('missing' in there) return refused(scene, title, there.missing);
      const { branch } = there;
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
