import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PlatformServices } from '../PlatformCalls';
import { runOperation, withoutEmpty } from '../runOperation';

/** `data-platform:spark-job:run` */
export function createSparkJobRunAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:spark-job:run',
    description: 'Starts a run of a registered Spark job, as the person',
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Entity ref of the job'),
        cluster: z =>
          z
            .string()
            .optional()
            .describe('Where the domain lives on several clusters'),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string().describe('Name of the run'),
        resourceId: z => z.string().describe('Id of the live object'),
        operationId: z => z.string(),
      },
    },
    async handler(ctx) {
      const { entityRef, ...input } = ctx.input;
      const { operation } = await runOperation(ctx, services, {
        operation: 'spark-job:run',
        entityRef,
        input: withoutEmpty(input),
      });
      ctx.output('entityRef', entityRef);
      if (!operation) return;
      ctx.output('operationId', operation.id);
      const { name, resourceId } = operation.output ?? {};
      if (typeof name === 'string') ctx.output('name', name);
      if (typeof resourceId === 'string') ctx.output('resourceId', resourceId);
    },
  });
}
