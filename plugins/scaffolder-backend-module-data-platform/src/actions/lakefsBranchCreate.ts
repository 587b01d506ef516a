import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { branchLink } from '../branches/portalLinks';
import { PlatformServices } from '../PlatformCalls';
import { runOperation, withoutEmpty } from '../runOperation';

const DRY_RUN = 'dry-run';

/** `data-platform:lakefs:branch-create` */
export function createLakefsBranchCreateAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:lakefs:branch-create',
    description:
      'Creates a data branch of a lakeFS repository, with owner, purpose and time to live',
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Entity ref of the repository'),
        name: z => z.string(),
        source: z =>
          z
            .string()
            .optional()
            .describe('Branch, tag or commit; default: the default branch'),
        purpose: z => z.string().optional(),
        owner: z =>
          z.string().optional().describe('Entity ref; default: the person'),
        days: z =>
          z
            .number()
            .optional()
            .describe('Lives for so long; default: for ever'),
      },
      output: {
        entityRef: z => z.string().describe('The repository'),
        branch: z => z.string(),
        repository: z => z.string(),
        source: z => z.string().describe('Name of the lakeFS server'),
        operationId: z => z.string(),
        link: z => z.string().describe('Page of the branch'),
      },
    },
    async handler(ctx) {
      const { entityRef, ...input } = ctx.input;
      const { operation } = await runOperation(ctx, services, {
        operation: 'lakefs:branch-create',
        entityRef,
        input: withoutEmpty(input as JsonObject),
      });
      ctx.output('entityRef', entityRef);
      ctx.output('branch', input.name);
      ctx.output('link', branchLink(services, entityRef, input.name));
      // Steps that follow need some value to be checked with in a dry run, which makes nothing.
      const { source = DRY_RUN, repository = DRY_RUN } =
        operation?.output ?? {};
      ctx.output('source', String(source));
      ctx.output('repository', String(repository));
      if (operation) ctx.output('operationId', operation.id);
    },
  });
}
