import { parseEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { keptBranch } from '../branches/keptBranch';
import { mergeOrAsk } from '../branches/mergeOrAsk';
import { branchLink } from '../branches/portalLinks';
import { PlatformServices } from '../PlatformCalls';
import { withoutEmpty } from '../runOperation';

/** `data-platform:lakefs:merge` */
export function createLakefsMergeAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:lakefs:merge',
    description:
      'Merges a data branch and waits for the checks; where the merge needs approval, asks for it and ends; or leaves it for review',
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Entity ref of the repository'),
        on: z =>
          z
            .object({
              source: z.string().describe('Name of the lakeFS server'),
              repository: z.string(),
              branch: z.string(),
            })
            .describe('The data branch'),
        destination: z => z.string(),
        message: z => z.string().optional(),
        squash: z => z.boolean().optional(),
        strategy: z => z.enum(['source-wins', 'dest-wins']).optional(),
        review: z =>
          z
            .boolean()
            .optional()
            .describe('Do not merge: leave the branch for people to look at'),
      },
      output: {
        state: z =>
          z.string().describe('merged, asked (for approval) or review'),
        text: z => z.string().describe('What has been done, a sentence'),
        operationId: z => z.string(),
        approvalId: z => z.string(),
        link: z => z.string().describe('Page of the branch'),
      },
    },
    async handler(ctx) {
      const { entityRef, on, review, ...rest } = ctx.input;
      const { branch } = on;
      const link = branchLink(services, entityRef, branch, 'diff');
      const end = (state: string, text: string) => {
        ctx.output('state', state);
        ctx.output('text', text);
        ctx.logger.info(`${text} ${link}`);
      };
      ctx.output('link', link);
      if (ctx.isDryRun) {
        ctx.logger.info('A dry run merges nothing.');
        return;
      }
      if (review) {
        end(
          'review',
          `Branch ${branch} of ${on.repository} waits for review and is not merged.`,
        );
        return;
      }
      const merged = await keptBranch(services, entityRef, on, () =>
        mergeOrAsk(ctx, services, {
          operation: 'lakefs:merge',
          entityRef,
          input: { source: branch, ...withoutEmpty(rest as JsonObject) },
        }),
      );
      if ('asked' in merged) {
        const { id, approverRefs } = merged.asked;
        ctx.output('approvalId', id);
        end(
          'asked',
          `The merge of ${branch} into ${
            rest.destination
          } needs approval. It was asked of ${
            approverRefs.map(ref => parseEntityRef(ref).name).join(', ') ||
            'the administrators of the platform'
          }; nothing is merged until then.`,
        );
        return;
      }
      if (merged.operation) ctx.output('operationId', merged.operation.id);
      end('merged', `Branch ${branch} is merged into ${rest.destination}.`);
    },
  });
}
