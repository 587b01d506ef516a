import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { makesEntity } from '../makesEntity';
import { PlatformServices } from '../PlatformCalls';

/** `data-platform:spark-job:create` */
export function createSparkJobCreateAction(services: PlatformServices) {
  return createTemplateAction({
    id: 'data-platform:spark-job:create',
    description:
      'Registers a Spark job from a form or a manifest; makes its schedule on the cluster if it has one',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string(),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        product: z => z.string().describe('Entity ref of the data product'),
        owner: z =>
          z.string().optional().describe('Default: the owner of the product'),
        cluster: z =>
          z
            .string()
            .optional()
            .describe('Where the domain lives on several clusters'),
        operator: z =>
          z
            .enum(['automatic', 'kubeflow', 'apache'])
            .optional()
            .describe(
              'Spark operator that runs the job; default: what the cluster serves',
            ),
        from: z =>
          z
            .enum(['example', 'application', 'manifest'])
            .optional()
            .describe('Which of the fields that follow count'),
        manifest: z =>
          z
            .string()
            .optional()
            .describe('YAML, in place of all fields that follow'),
        example: z => z.string().optional().describe('Id of an example'),
        language: z => z.enum(['Java', 'Scala', 'Python', 'R']).optional(),
        mainApplicationFile: z => z.string().optional(),
        mainClass: z => z.string().optional(),
        arguments: z => z.array(z.string()).optional(),
        image: z => z.string().optional(),
        imagePullPolicy: z =>
          z.enum(['Always', 'IfNotPresent', 'Never']).optional(),
        imagePullSecrets: z => z.array(z.string()).optional(),
        sparkVersion: z => z.string().optional(),
        driver: z =>
          z
            .object({
              cores: z.number().optional(),
              memory: z.string().optional(),
              memoryOverhead: z.string().optional(),
            })
            .optional(),
        executor: z =>
          z
            .object({
              instances: z.number().optional(),
              cores: z.number().optional(),
              memory: z.string().optional(),
              memoryOverhead: z.string().optional(),
            })
            .optional(),
        executors: z => z.enum(['fixed', 'dynamic']).optional(),
        dynamic: z =>
          z
            .object({
              min: z.number(),
              max: z.number(),
              initial: z.number().optional(),
            })
            .optional()
            .describe('Dynamic allocation of executors'),
        retries: z => z.number().optional(),
        retryIntervalSeconds: z => z.number().optional(),
        schedule: z =>
          z
            .object({
              cron: z.string().optional(),
              timeZone: z.string().optional(),
              concurrencyPolicy: z
                .enum(['Allow', 'Forbid', 'Replace'])
                .optional(),
            })
            .optional(),
        ttlSeconds: z => z.number().optional(),
        secrets: z => z.array(z.string()).optional().describe('Names only'),
        secretEnv: z =>
          z
            .array(
              z.object({
                variable: z.string(),
                secret: z.string(),
                key: z.string(),
              }),
            )
            .optional(),
        configMaps: z => z.array(z.string()).optional().describe('Names only'),
        sparkConf: z => z.record(z.string()).optional(),
      },
      output: {
        entityRef: z => z.string(),
        name: z => z.string(),
        source: z => z.string().describe('Cluster'),
        namespace: z => z.string(),
        operationId: z => z.string(),
      },
    },
    handler: makesEntity(services, 'spark-job:create'),
  });
}
