import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { makesEntity } from '../makesEntity';
import { PlatformServices } from '../PlatformCalls';

/** `data-platform:domain:adopt` */
export function createDomainAdoptAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:domain:adopt',
    description:
      'Registers a data domain for a namespace that exists and that a cluster admin has labelled; changes nothing on the cluster',
    supportsDryRun: true,
    schema: {
      input: {
        source: z => z.string().describe('Name of the cluster'),
        namespace: z => z.string(),
        name: z =>
          z.string().describe('Name of the domain, as the label says it'),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        owner: z => z.string().describe('Entity ref of the owner group'),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string(),
        source: z => z.string().describe('Cluster'),
        namespace: z => z.string(),
        operationId: z => z.string(),
      },
    },
    handler: makesEntity(services, 'domain:adopt'),
  });
}
