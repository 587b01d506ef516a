import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import { LakefsError } from '../client/LakefsError';
import { tagNameProblem } from '../model/branchName';

import { commitOf, writable } from './preflight';
import {
  branchNamed,
  errorAt,
  oneCall,
  refused,
  sceneOf,
  ON_BRANCH,
} from './scene';

const input = z.strictObject({
  id: z.string().trim().max(1_000),
  /** Default: the branch that it was asked of, else the default branch. */
  ref: z.string().trim().max(200).optional(),
});

/** Names a state of the data for good: a release. */
export function tagCreate(
  sources: readonly LakefsSource[],
): SystemOperation<z.infer<typeof input>> {
  return {
    id: 'lakefs:tag',
    title: 'Tag',
    ...ON_BRANCH,
    input,
    async plan({ id, ref: given }, context) {
      const scene = sceneOf(context, sources);
      const { client, repository, repositoryObject, signal } = scene;
      const title = `Tag ${id} in ${repository}`;
      const problem = tagNameProblem(id);
      if (problem) return refused(scene, title, [errorAt('id', problem)]);
      const ref =
        branchNamed(given, context) ?? repositoryObject?.spec.defaultBranch;
      const found = await commitOf(scene, ref ?? '', 'ref');
      if (!('commit' in found)) return refused(scene, title, found.findings);
      const existing = await client
        .tag(repository, id, { signal })
        .catch((error: unknown) => {
          if (error instanceof LakefsError && error.isAbsent) return undefined;
          throw error;
        });
      return oneCall(scene, {
        title: `${title} on ${ref}`,
        about: `tag ${id}`,
        action: 'tag',
        values: { id, commit: found.commit.id },
        findings: [
          ...writable(scene),
          ...(existing
            ? [
                errorAt(
                  'id',
                  `Tag ${id} of ${repository} exists already.`,
                  'A tag never moves; choose another name.',
                ),
              ]
            : []),
        ],
      });
    },
  };
}
