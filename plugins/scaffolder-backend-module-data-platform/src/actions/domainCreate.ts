import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { makesEntity } from '../makesEntity';
import { PlatformServices } from '../PlatformCalls';

/** `data-platform:domain:create` */
export function createDomainCreateAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:domain:create',
    description:
      'Creates a data domain: a namespace with quota, limits, network policies and roles, and its Domain in the catalog',
    supportsDryRun: true,
    examples: [
      {
        description: 'A small domain of the sales team',
        example: `steps:
  - id: domain
    action: data-platform:domain:create
    input:
      name: sales
      owner: group:default/sales-team
      cluster: eu-1
      quotaPreset: small
`,
      },
    ],
    schema: {
      input: {
        name: z => z.string().describe('Name of domain and namespace'),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        owner: z => z.string().describe('Entity ref of the owner group'),
        cluster: z => z.string().describe('Name of the cluster'),
        quotaPreset: z => z.string().optional().describe('small, medium, ...'),
        roles: z =>
          z
            .object({
              owners: z.array(z.string()).optional(),
              members: z.array(z.string()).optional(),
              viewers: z.array(z.string()).optional(),
            })
            .optional()
            .describe('Catalog groups by role'),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string(),
        source: z => z.string().describe('Cluster'),
        namespace: z => z.string(),
        operationId: z => z.string(),
      },
    },
    handler: makesEntity(services, 'domain:create'),
  });
}
