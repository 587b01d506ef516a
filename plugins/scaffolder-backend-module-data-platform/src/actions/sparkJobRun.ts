import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { endOfRun } from '../branches/endOfRun';
import { keptBranch } from '../branches/keptBranch';
import { PlatformServices } from '../PlatformCalls';
import { runOperation, withoutEmpty } from '../runOperation';

/** A task cannot renew the sign-in of the person, which lasts an hour. */
const WAIT_MINUTES = 50;

/** `data-platform:spark-job:run` */
export function createSparkJobRunAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:spark-job:run',
    description:
      'Starts a run of a registered Spark job, as the person; on a data branch and to its end, if wanted',
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Entity ref of the job'),
        cluster: z =>
          z
            .string()
            .optional()
            .describe('Where the domain lives on several clusters'),
        arguments: z =>
          z
            .array(z.string())
            .optional()
            .describe('In place of those of the definition'),
        branch: z =>
          z
            .object({
              source: z.string().describe('Name of the lakeFS server'),
              repository: z.string(),
              branch: z.string(),
            })
            .optional()
            .describe('The data branch that the run works on'),
        repositoryRef: z =>
          z
            .string()
            .optional()
            .describe('Entity ref of its repository, for links'),
        wait: z =>
          z.boolean().optional().describe('Wait for the end; fail if it fails'),
        waitMinutes: z =>
          z.number().optional().describe(`Default ${WAIT_MINUTES}`),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string().describe('Name of the run'),
        resourceId: z => z.string().describe('Id of the live object'),
        operationId: z => z.string(),
        runId: z => z.string().describe('Where it was waited for'),
        outcome: z => z.string(),
        message: z => z.string().describe('The verdict in a sentence'),
        link: z => z.string().describe('Page of the run'),
      },
    },
    async handler(ctx) {
      const { entityRef, wait, waitMinutes, repositoryRef, ...input } =
        ctx.input;
      ctx.output('entityRef', entityRef);
      const { branch } = input;
      if (ctx.isDryRun && branch) {
        ctx.logger.info(
          'The branch may be made by a step before this one, which a dry run does not do: the run is not checked.',
        );
        return;
      }
      const work = async () => {
        const { operation } = await runOperation(ctx, services, {
          operation: 'spark-job:run',
          entityRef,
          input: withoutEmpty(input as JsonObject),
        });
        if (!operation) return;
        ctx.output('operationId', operation.id);
        const { name, resourceId } = operation.output ?? {};
        if (typeof name === 'string') ctx.output('name', name);
        if (typeof resourceId === 'string') {
          ctx.output('resourceId', resourceId);
        }
        if (!wait) return;
        const minutes = waitMinutes ?? WAIT_MINUTES;
        await endOfRun(ctx, services, { entityRef, operation, minutes });
      };
      await (branch && repositoryRef
        ? keptBranch(services, repositoryRef, branch, work)
        : work());
    },
  });
}
