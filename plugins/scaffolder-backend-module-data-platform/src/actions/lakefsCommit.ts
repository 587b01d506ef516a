import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { keptBranch } from '../branches/keptBranch';
import { PlatformServices } from '../PlatformCalls';
import { callsOf, runOperation } from '../runOperation';

/** `data-platform:lakefs:commit` */
export function createLakefsCommitAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:lakefs:commit',
    description:
      'Commits what lies uncommitted on a data branch; where nothing does, it says so and goes on',
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
        message: z => z.string(),
      },
      output: {
        committed: z => z.boolean(),
        operationId: z => z.string(),
      },
    },
    async handler(ctx) {
      const { entityRef, on, message } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info('A dry run commits nothing.');
        return;
      }
      const calls = await callsOf(ctx, services);
      const { count } = await keptBranch(services, entityRef, on, () =>
        calls.read((client, signal) =>
          client.GET(
            '/v1/lakefs/repositories/{source}/{repository}/uncommitted',
            {
              params: {
                path: { source: on.source, repository: on.repository },
                query: { branch: on.branch, limit: 1 },
              },
              signal,
            },
          ),
        ),
      );
      ctx.output('committed', count > 0);
      if (count === 0) {
        ctx.logger.info(
          `Nothing lies uncommitted on ${on.branch}: the run has committed itself, or has written nothing there.`,
        );
        return;
      }
      const { operation } = await keptBranch(services, entityRef, on, () =>
        runOperation(ctx, services, {
          operation: 'lakefs:commit',
          entityRef,
          input: { branch: on.branch, message },
        }),
      );
      if (operation) ctx.output('operationId', operation.id);
    },
  });
}
