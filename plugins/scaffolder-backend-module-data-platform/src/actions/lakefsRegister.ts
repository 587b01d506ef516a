import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { makesEntity } from '../makesEntity';
import { PlatformServices } from '../PlatformCalls';

/** `data-platform:lakefs:register` */
export function createLakefsRegisterAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:lakefs:register',
    description: 'Registers a lakeFS repository as a part of a data product',
    supportsDryRun: true,
    schema: {
      input: {
        source: z => z.string().describe('Name of the lakeFS server'),
        scope: z => z.string().describe('Name of the repository there'),
        product: z => z.string().describe('Entity ref of the data product'),
        name: z =>
          z.string().optional().describe('Default: that of the repository'),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string(),
        source: z => z.string(),
        operationId: z => z.string(),
      },
    },
    handler: makesEntity(services, 'lakefs:register'),
  });
}
