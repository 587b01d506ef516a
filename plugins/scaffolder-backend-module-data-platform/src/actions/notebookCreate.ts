import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { makesEntity } from '../makesEntity';
import { PlatformServices } from '../PlatformCalls';

/** `data-platform:notebook:create` */
export function createNotebookCreateAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:notebook:create',
    description:
      'Makes a notebook server (Kubeflow Notebook or Workspace) with its volumes in the namespace of a domain, as the person',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string(),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        domain: z => z.string().describe('Entity ref of the data domain'),
        product: z =>
          z.string().optional().describe('Entity ref of a data product'),
        owner: z =>
          z
            .string()
            .optional()
            .describe('A group of the person; default: the person'),
        cluster: z =>
          z
            .string()
            .optional()
            .describe('Where the domain lives on several clusters'),
        namespace: z =>
          z.string().optional().describe('Default: the first of the domain'),
        generation: z =>
          z.number().describe('1: Notebook; 2: Workspace (beta)'),
        image: z => z.string().optional(),
        workspaceKind: z => z.string().optional(),
        imageConfig: z => z.string().optional(),
        podConfig: z => z.string().optional(),
        cpu: z => z.string().optional(),
        memory: z => z.string().optional(),
        gpu: z => z.object({ key: z.string(), count: z.number() }).optional(),
        home: z =>
          z
            .union([
              z.literal('none'),
              z.object({
                new: z.object({
                  size: z.string(),
                  storageClass: z.string().optional(),
                }),
              }),
              z.object({ existing: z.string() }),
            ])
            .optional(),
        homeMountPath: z => z.string().optional(),
        dataVolumes: z =>
          z
            .array(
              z.object({
                claim: z.string().optional(),
                new: z
                  .object({
                    name: z.string(),
                    size: z.string(),
                    storageClass: z.string().optional(),
                  })
                  .optional(),
                mountPath: z.string(),
              }),
            )
            .optional(),
        shm: z => z.boolean().optional().describe('Shared memory'),
        podDefaults: z => z.array(z.string()).optional().describe('Names'),
        tolerationGroup: z => z.string().optional(),
        affinityGroup: z => z.string().optional(),
        environment: z =>
          z
            .array(z.object({ name: z.string(), value: z.string() }))
            .optional()
            .describe('Never secrets'),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string(),
        source: z => z.string().describe('Cluster'),
        namespace: z => z.string(),
        operationId: z => z.string(),
      },
    },
    handler: makesEntity(services, 'notebook:create'),
  });
}
