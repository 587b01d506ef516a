import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import { KIND_REPOSITORY } from '../model/objects';
import { BranchRecords } from '../records/BranchRecords';
import { branchInput } from './inputs';
import { makingLeave } from './leave';
import { headOf } from './performBranch';
import { commitOf, protectedBy, writable } from './preflight';
import { errorAt, info, oneCall, refused, sceneOf } from './scene';

const input = z.strictObject({ branch: branchInput });

/** Makes a deleted branch again from the portal's record of its last commit. */
export function branchRestore(
  sources: readonly LakefsSource[],
  records: BranchRecords,
): SystemOperation<z.infer<typeof input>> {
  return {
    id: 'lakefs:branch-restore',
    title: 'Restore branch',
    nature: 'branch',
    actsOn: [KIND_REPOSITORY],
    ofEntity: KIND_REPOSITORY,
    input,
    async plan({ branch }, context) {
      const scene = sceneOf(context, sources);
      const { client, repository, signal, source } = scene;
      const title = `Restore branch ${branch} of ${repository}`;
      const record = await records.get({
        server: source.name,
        repository,
        name: branch,
      });
      if (!record?.lastCommit) {
        return refused(scene, title, [
          errorAt(
            'branch',
            `The portal has no record of a branch ${branch} in ${repository}.`,
            'A new branch can be made from any commit whose id is known.',
          ),
        ]);
      }
      const [from, head, rule] = await Promise.all([
        commitOf(scene, record.lastCommit, 'branch'),
        headOf(client, repository, branch, signal),
        protectedBy(scene, branch),
      ]);
      return oneCall(scene, {
        title,
        about: branch,
        approval: makingLeave(scene, context, {
          ...{ how: 'restore', name: branch, rule },
          commit: record.lastCommit,
        }),
        action: 'branch-restore',
        values: { name: branch, commit: record.lastCommit },
        findings: [
          ...writable(scene),
          ...from.findings,
          ...(head === undefined
            ? []
            : [errorAt('branch', `Branch ${branch} of ${repository} exists.`)]),
          info(
            'Everything that was committed comes back; what was uncommitted when it was deleted is gone. It does not expire until somebody says so.',
          ),
        ],
        output: { branch },
      });
    },
  };
}
