import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { makesEntity } from '../makesEntity';
import { PlatformServices } from '../PlatformCalls';

/** `data-platform:spark-job:clone` */
export function createSparkJobCloneAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:spark-job:clone',
    description: 'Registers a new Spark job with the definition of another',
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Entity ref of the original'),
        name: z => z.string(),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        product: z =>
          z
            .string()
            .optional()
            .describe('Default: the data product of the original'),
        arguments: z => z.array(z.string()).optional(),
        keepSchedule: z => z.boolean().optional().describe('Default false'),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string(),
        source: z => z.string().describe('Cluster'),
        namespace: z => z.string(),
        operationId: z => z.string(),
      },
    },
    handler: makesEntity(services, 'spark-job:clone'),
  });
}
