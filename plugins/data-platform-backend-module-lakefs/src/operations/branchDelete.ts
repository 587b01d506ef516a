import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import { BranchObject, countOf } from '../model/objects';
import { branchInput } from './inputs';

import {
  protectedBy,
  uncommittedOn,
  uncommittedWarning,
  writable,
  branchThere,
} from './preflight';
import {
  branchNamed,
  errorAt,
  info,
  oneCall,
  refused,
  sceneOf,
  warning,
  ON_BRANCH,
} from './scene';

const input = z.strictObject({
  branch: branchInput.optional(),
  /** Its last commit when it was looked at: with another one it stays. */
  head: z.string().max(64).optional(),
  /** Refuse it where anything lies uncommitted on it; what nobody has seen at the plan is never deleted. */
  clean: z.boolean().optional(),
});

/** Deletes a branch, and keeps its last commit on record. lakeFS would delete a protected one: the portal does not. */
export function branchDelete(
  sources: readonly LakefsSource[],
): SystemOperation<z.infer<typeof input>> {
  return {
    id: 'lakefs:branch-delete',
    title: 'Delete branch',
    destructive: true,
    confirmation:
      'Delete this branch? What is committed can be restored for as long as the repository keeps it; what is not is lost.',
    ...ON_BRANCH,
    input,
    availability({ object }) {
      const { spec } = object as BranchObject;
      if (!spec.parent) return 'It is the default branch.';
      return spec.protectedBy === undefined
        ? true
        : `The rule "${spec.protectedBy}" protects it.`;
    },
    async plan({ branch: given, head: seen, clean }, context) {
      const scene = sceneOf(context, sources);
      const { client, repository, signal } = scene;
      const title = `Delete branch ${
        branchNamed(given, context) ?? ''
      } of ${repository}`;
      const there = await branchThere(scene, given, context);
      if ('missing' in there) return refused(scene, title, there.missing);
      const { branch, head } = there;
      const [{ default_branch: main }, rule, lying] = await Promise.all([
        client.repository(repository, { signal }),
        protectedBy(scene, branch),
        uncommittedOn(scene, branch),
      ]);
      const ahead = scene.branch(branch)?.status.insight?.ahead;
      return oneCall(scene, {
        title,
        about: branch,
        action: 'branch-delete',
        // What is written until it is deleted is not lost unseen: with this it is looked at once more.
        values: { branch, head, ...(lying.n === 0 && { clean: true }) },
        findings: [
          ...writable(scene),
          ...(branch === main
            ? [errorAt('branch', `${branch} is the default branch.`)]
            : []),
          ...(rule === undefined
            ? []
            : [
                errorAt(
                  'branch',
                  `The rule "${rule}" protects ${branch}. lakeFS itself would delete it; the portal does not.`,
                  'Take the rule off first, if it is really meant.',
                ),
              ]),
          ...(seen && seen !== head
            ? [errorAt('head', `${branch} has another commit by now.`)]
            : []),
          ...(clean && lying.n > 0
            ? [errorAt('clean', `There is uncommitted data on ${branch}.`)]
            : []),
          ...uncommittedWarning(lying, 'are lost for good'),
          ...(ahead && ahead.n > 0
            ? [
                warning(
                  `${countOf(ahead, 'commit')} of it ${
                    ahead.n === 1 ? 'is' : 'are'
                  } not merged.`,
                ),
              ]
            : []),
          info(
            `Its last commit ${head.slice(
              0,
              12,
            )} is kept on record, so that it can be restored.`,
          ),
        ],
      });
    },
  };
}
