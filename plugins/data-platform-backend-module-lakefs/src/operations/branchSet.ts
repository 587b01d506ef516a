import { SystemOperation } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { dateText } from '../assess/words';
import { LakefsSource } from '../LakefsSource';
import { KIND_BRANCH } from '../model/objects';
import {
  DAY_MS,
  entityRefInput,
  purposeInput,
  timeToLiveInput,
} from './inputs';
import { info, oneCall, sceneOf, errorAt } from './scene';

const input = z.strictObject({
  owner: entityRefInput.optional(),
  purpose: purposeInput.optional(),
  /** From now. */
  days: timeToLiveInput.optional(),
  /** It shall never expire. */
  keep: z.boolean().optional(),
});

/** Changes who answers for a branch, what it is for, and how long it lives. */
export function branchSet(
  sources: readonly LakefsSource[],
): SystemOperation<z.infer<typeof input>> {
  return {
    id: 'lakefs:branch-set',
    title: 'Owner, purpose and expiry',
    nature: 'branch',
    actsOn: [KIND_BRANCH],
    input,
    async plan(values, context) {
      const scene = sceneOf(context, sources);
      const branch = context.subject.row.name;
      const { owner, purpose, days, keep } = values;
      const expiresAt =
        days === undefined ? undefined : context.now + days * DAY_MS;
      const nothing = !owner && !purpose && !days && !keep;
      return oneCall(scene, {
        title: `Change what is known of branch ${branch} of ${scene.repository}`,
        about: branch,
        action: 'branch-set',
        values: {
          branch,
          ...(owner && { owner }),
          ...(purpose && { purpose }),
          ...(expiresAt && { expiresAt }),
          ...(keep && { keep }),
        },
        findings: [
          ...(nothing ? [errorAt(undefined, 'Nothing is to be changed.')] : []),
          ...(days && keep
            ? [errorAt('days', 'Either it expires, or it is kept.')]
            : []),
          ...(expiresAt ? [info(`It expires on ${dateText(expiresAt)}.`)] : []),
        ],
      });
    },
  };
}
