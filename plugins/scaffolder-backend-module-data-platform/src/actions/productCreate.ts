import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { makesEntity } from '../makesEntity';
import { PlatformServices } from '../PlatformCalls';

/** `data-platform:product:create` */
export function createProductCreateAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:product:create',
    description:
      'Registers a data product in a domain, with the contract of its first output port',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string(),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        domain: z => z.string().describe('Entity ref of the data domain'),
        owner: z =>
          z.string().optional().describe('Default: the owner of the domain'),
        kind: z =>
          z
            .enum(['source-aligned', 'aggregate', 'consumer-aligned'])
            .optional(),
        outputPort: z =>
          z
            .object({
              name: z.string(),
              title: z.string().optional(),
              description: z.string().optional(),
            })
            .optional(),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string(),
        portRef: z => z.string().describe('Entity ref of the output port'),
        operationId: z => z.string(),
      },
    },
    handler: makesEntity(services, 'product:create'),
  });
}
