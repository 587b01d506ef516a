import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PlatformServices } from '../PlatformCalls';
import { runOperation, withoutEmpty } from '../runOperation';

/** `data-platform:kubernetes:apply` */
export function createKubernetesApplyAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:kubernetes:apply',
    description:
      'Creates one object of a kind that the data platform knows, in a namespace of a domain, as the person',
    supportsDryRun: true,
    schema: {
      input: {
        manifest: z => z.string().describe('YAML of one object'),
        domain: z => z.string().describe('Entity ref of the data domain'),
        cluster: z =>
          z
            .string()
            .optional()
            .describe('Where the domain lives on several clusters'),
      },
      output: {
        name: z => z.string(),
        source: z => z.string().describe('Cluster'),
        namespace: z => z.string(),
        resourceId: z => z.string().describe('Id of the live object'),
        operationId: z => z.string(),
      },
    },
    async handler(ctx) {
      const { operation } = await runOperation(ctx, services, {
        operation: 'kubernetes:apply',
        input: withoutEmpty(ctx.input),
      });
      if (!operation) return;
      ctx.output('operationId', operation.id);
      const output = operation.output ?? {};
      for (const key of [
        'name',
        'source',
        'namespace',
        'resourceId',
      ] as const) {
        const value = output[key];
        if (typeof value === 'string') ctx.output(key, value);
      }
    },
  });
}
