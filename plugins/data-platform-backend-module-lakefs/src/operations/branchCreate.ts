import { branchNameProblem } from '@millrace/backstage-plugin-data-platform-common';
import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { LakefsSource } from '../LakefsSource';
import { KIND_BRANCH, KIND_REPOSITORY } from '../model/objects';
import { dateText } from '../assess/words';
import {
  DAY_MS,
  entityRefInput,
  purposeInput,
  timeToLiveInput,
} from './inputs';
import { makingDrift, makingLeave } from './leave';
import { headOf } from './performBranch';
import { commitOf, protectedBy, writable } from './preflight';
import {
  branchNamed,
  errorAt,
  info,
  oneCall,
  refused,
  sceneOf,
  warning,
} from './scene';

const input = z.strictObject({
  name: z.string().trim().max(1_000),
  /** A branch, a tag or a commit. Default: the branch that it was asked of, else the default branch. */
  source: z.string().trim().max(200).optional(),
  purpose: purposeInput.optional(),
  /** Default: the person. */
  owner: entityRefInput.optional(),
  /** Default: it never expires. */
  days: timeToLiveInput.optional(),
});

/** A new data branch, with who answers for it and how long it lives. */
export function branchCreate(
  sources: readonly LakefsSource[],
): SystemOperation<z.infer<typeof input>> {
  return {
    id: 'lakefs:branch-create',
    title: 'New data branch',
    nature: 'branch',
    actsOn: [KIND_REPOSITORY, KIND_BRANCH],
    ofEntity: KIND_REPOSITORY,
    input,
    async plan(values, context) {
      const scene = sceneOf(context, sources);
      const { client, repository, repositoryObject, signal } = scene;
      const { name } = values;
      const title = `Create branch ${name} in ${repository}`;
      const problem = branchNameProblem(name);
      if (problem) return refused(scene, title, [errorAt('name', problem)]);
      const source =
        values.source ??
        branchNamed(undefined, context) ??
        repositoryObject?.spec.defaultBranch ??
        (await client.repository(repository, { signal })).default_branch;
      const from = await commitOf(scene, source, 'source');
      const [existing, rule] = await Promise.all([
        headOf(client, repository, name, signal),
        protectedBy(scene, name),
      ]);
      const findings = [
        ...writable(scene),
        ...from.findings,
        ...(existing === undefined
          ? []
          : [
              errorAt(
                'name',
                `Branch ${name} of ${repository} exists already.`,
                'Choose another name; nothing that exists is taken over.',
              ),
            ]),
        ...(rule === undefined
          ? []
          : [
              warning(
                `The rule "${rule}" protects a branch of this name: nobody will be able to write to it but by a merge.`,
              ),
            ]),
      ];
      if (!('commit' in from)) return refused(scene, title, findings);
      const expiresAt =
        values.days === undefined
          ? undefined
          : context.now + values.days * DAY_MS;
      return oneCall(scene, {
        title: `${title} from ${source}`,
        about: name,
        approval: makingLeave(scene, context, {
          ...{ how: 'create', name, rule, commit: from.commit.id },
        }),
        action: 'branch-create',
        values: {
          name,
          source,
          commit: from.commit.id,
          owner: values.owner ?? context.actor,
          ...(values.purpose && { purpose: values.purpose }),
          ...(expiresAt && { expiresAt }),
        },
        findings: [
          ...findings,
          expiresAt
            ? info(`It expires on ${dateText(expiresAt)}.`)
            : info('It never expires.'),
        ],
        output: { branch: name },
      });
    },
    async drifted({ calls: [call], pins }, signal) {
      const client = sources.find(({ name }) => name === call.source)?.client;
      return client && makingDrift(call.values, pins, client, signal);
    },
  };
}
