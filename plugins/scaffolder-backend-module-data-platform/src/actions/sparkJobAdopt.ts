import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PlatformServices } from '../PlatformCalls';
import { runOperation, withoutEmpty } from '../runOperation';

/** `data-platform:spark-job:adopt` */
export function createSparkJobAdoptAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:spark-job:adopt',
    description:
      'Registers Spark jobs that run on a cluster already; changes nothing on the cluster',
    supportsDryRun: true,
    schema: {
      input: {
        product: z => z.string().describe('Entity ref of the data product'),
        jobs: z =>
          z
            .array(
              z.object({
                key: z.string().describe('As GET /v1/adoption lists it'),
                name: z.string(),
                title: z.string().optional(),
              }),
            )
            .describe('At most 50'),
      },
      output: {
        entityRefs: z => z.array(z.string()),
        operationId: z => z.string(),
      },
    },
    async handler(ctx) {
      const { operation } = await runOperation(ctx, services, {
        operation: 'spark-job:adopt',
        input: withoutEmpty(ctx.input),
      });
      if (!operation) return;
      ctx.output('operationId', operation.id);
      const { entityRefs } = operation.output ?? {};
      if (Array.isArray(entityRefs)) {
        ctx.output('entityRefs', entityRefs.map(String));
      }
    },
  });
}
