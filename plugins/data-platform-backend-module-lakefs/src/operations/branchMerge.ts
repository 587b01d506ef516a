import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import { BranchObject, countOf } from '../model/objects';
import { branchInput, messageInput } from './inputs';
import { mergeFindings } from './mergeFindings';
import { mergeDrift, mergeLeave } from './leave';
import { headOf } from './performBranch';
import {
  protectedBy,
  uncommittedOn,
  uncommittedWarning,
  writable,
} from './preflight';
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
  /** Default: the branch that it was asked of. */
  source: branchInput.optional(),
  /** Default: what the branch was made from. */
  destination: branchInput.optional(),
  message: messageInput.optional(),
  strategy: z.enum(['source-wins', 'dest-wins']).optional(),
  squash: z.boolean().optional(),
});

/** Merges the head that the branch has at the plan, so that nothing unseen comes along. */
export function branchMerge(
  sources: readonly LakefsSource[],
): SystemOperation<z.infer<typeof input>> {
  return {
    id: 'lakefs:merge',
    title: 'Merge',
    ...ON_BRANCH,
    input,
    availability({ object }) {
      const { spec, status } = object as BranchObject;
      // The default branch goes into others, where conflicts with it are settled.
      if (!spec.parent) return true;
      const { insight } = status;
      return insight && (insight.ahead.n === 0 || insight.changes.n === 0)
        ? `${spec.parent} has all of it already.`
        : true;
    },
    async plan(values, context) {
      const scene = sceneOf(context, sources);
      const { client, repository, signal } = scene;
      const source = branchNamed(values.source, context);
      const destination =
        values.destination ??
        (source && scene.branch(source)?.spec.parent) ??
        scene.repositoryObject?.spec.defaultBranch;
      const title = `Merge ${source ?? 'a branch'} into ${
        destination ?? 'another'
      } of ${repository}`;
      if (!source || !destination || source === destination) {
        const field = source ? 'destination' : 'source';
        return refused(scene, title, [
          errorAt(field, 'Name two different branches.'),
        ]);
      }
      const [head, destinationHead] = await Promise.all([
        headOf(client, repository, source, signal),
        headOf(client, repository, destination, signal),
      ]);
      const missing = (field: string, name: string) =>
        refused(scene, title, [
          errorAt(field, `There is no branch ${name} in ${repository}.`),
        ]);
      if (head === undefined) return missing('source', source);
      if (destinationHead === undefined) {
        return missing('destination', destination);
      }
      const [left, dirty, rule, merging] = await Promise.all([
        uncommittedOn(scene, source),
        uncommittedOn(scene, destination),
        protectedBy(scene, destination),
        mergeFindings(scene, {
          ...{ source, destination, head, destinationHead },
          strategy: values.strategy,
        }),
      ]);
      const leave = mergeLeave(scene, context, {
        ...{ source, destination, head, destinationHead, rule },
        ...{ strategy: values.strategy, squash: values.squash },
      });
      return oneCall(scene, {
        title,
        about: destination,
        approval: leave,
        action: 'merge',
        values: {
          source,
          commit: head,
          destination,
          message: values.message ?? `Merge ${source} into ${destination}`,
          ...(values.strategy && { strategy: values.strategy }),
          ...(values.squash && { squash: true }),
          ...(leave && { pins: leave.pins }),
        },
        findings: [
          ...writable(scene),
          ...(dirty.n > 0
            ? [
                errorAt(
                  'destination',
                  `${countOf(
                    dirty,
                    'change',
                  )} lie uncommitted on ${destination}: lakeFS merges into a clean branch alone.`,
                  'Commit or discard them first.',
                ),
              ]
            : []),
          ...uncommittedWarning(
            left,
            `on ${source} will be left behind: a merge takes commits alone`,
          ),
          ...merging,
          ...(rule === undefined || leave
            ? []
            : [
                info(
                  `The rule "${rule}" protects ${destination}; merges are how it changes.`,
                ),
              ]),
          ...(values.squash
            ? [
                info(
                  `Squashed: one commit without the history of ${source}, which should be deleted afterwards.`,
                ),
              ]
            : []),
        ],
        output: { branch: destination },
      });
    },
    async drifted({ calls: [call], pins }, signal) {
      const client = sources.find(({ name }) => name === call.source)?.client;
      return client && mergeDrift(call.values, pins, client, signal);
    },
  };
}
