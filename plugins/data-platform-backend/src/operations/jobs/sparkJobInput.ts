import { z } from 'zod';
import { groupRef } from '../domain/domainCreateInput';
import { entityName } from '../entityName';

const kubernetesName = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/,
    'Give the name of an object of the namespace: lower-case letters, digits, dashes and dots.',
  );

/** A Secret or ConfigMap that exists in the namespace: its name, or name and path. Never values. */
const mounted = z.union(
  [
    kubernetesName.transform(name => ({ name })),
    z.strictObject({
      name: kubernetesName,
      path: z
        .string()
        .startsWith('/', 'A path begins with "/".')
        .max(500)
        .optional(),
    }),
  ],
  {
    error:
      'Give the name of an object of the namespace, or its name and a path that begins with "/".',
  },
);

/** Memory of a JVM, as Spark reads it. */
export const memory = z
  .string()
  .regex(/^[1-9]\d*[kmgt]b?$/i, 'Give memory as 512m or 4g.');

const pod = z.strictObject({
  cores: z.number().int().min(1, 'At least 1 core.').max(128).optional(),
  memory: memory.optional(),
  memoryOverhead: memory.optional(),
});

const atMost = (what: string, max: number) => `At most ${max} ${what}.`;

/**
 * What the form of a new Spark job gives: either `manifest`, or the fields that one is built from. A form may send
 * the fields of several ways; `from` and `executors` say which of them count.
 */
export const sparkJobInput = z.strictObject({
  name: entityName('job'),
  title: z.string().trim().min(1).max(80).optional(),
  description: z.string().trim().max(500).optional(),
  product: z.string({ error: 'Choose a data product.' }).min(1).max(200),
  owner: groupRef.optional(),
  /** Where the domain lives on several clusters. */
  cluster: z.string().max(253).optional(),

  /**
   * Default: what the cluster serves; where it serves both, the Kubeflow operator. A pasted manifest names its operator
   * itself.
   */
  operator: z.enum(['automatic', 'kubeflow', 'apache']).optional(),
  /** Default: a manifest where there is one, else an example where one is named, else the application. */
  from: z.enum(['example', 'application', 'manifest']).optional(),
  manifest: z.string().max(200_000).optional(),

  example: z.string().max(100).optional(),
  language: z.enum(['Java', 'Scala', 'Python', 'R']).optional(),
  mainApplicationFile: z.string().trim().max(2_000).optional(),
  mainClass: z.string().trim().max(500).optional(),
  arguments: z
    .array(z.string().max(4_000))
    .max(100, atMost('arguments', 100))
    .optional(),
  image: z.string().trim().max(500).optional(),
  imagePullPolicy: z.enum(['Always', 'IfNotPresent', 'Never']).optional(),
  imagePullSecrets: z.array(kubernetesName).max(10).optional(),
  sparkVersion: z.string().trim().max(40).optional(),
  driver: pod.optional(),
  executor: pod
    .extend({ instances: z.number().int().min(1).max(1_000).optional() })
    .optional(),
  /** Default: dynamic where that is given. */
  executors: z.enum(['fixed', 'dynamic']).optional(),
  dynamic: z
    .strictObject({
      min: z.number().int().min(0).max(1_000),
      max: z.number().int().min(1).max(1_000),
      initial: z.number().int().min(0).max(1_000).optional(),
    })
    .refine(({ min, max }) => min <= max, 'min is larger than max.')
    .optional(),
  retries: z.number().int().min(0).max(20).optional(),
  retryIntervalSeconds: z.number().int().min(1).max(86_400).optional(),
  schedule: z
    .strictObject({
      cron: z.string().trim().max(200).optional(),
      timeZone: z.string().trim().max(60).optional(),
      concurrencyPolicy: z.enum(['Allow', 'Forbid', 'Replace']).optional(),
    })
    // A form fills in time zone and policy beforehand; without an expression there is no schedule.
    .transform(({ cron, ...rest }) => (cron ? { cron, ...rest } : undefined))
    .optional(),
  ttlSeconds: z
    .number()
    .int()
    .min(60, 'At least 60 seconds.')
    .max(30 * 86_400, 'At most 30 days.')
    .optional(),
  secrets: z.array(mounted).max(20).optional(),
  secretEnv: z
    .array(
      z.strictObject({
        variable: z
          .string()
          .regex(/^[A-Za-z_]\w*$/, 'This is no name of a variable.'),
        secret: kubernetesName,
        key: z.string().min(1).max(253),
      }),
    )
    .max(50)
    .optional(),
  configMaps: z.array(mounted).max(20).optional(),
  sparkConf: z.record(z.string().max(500), z.string().max(8_000)).optional(),
});

export type SparkJobInput = z.infer<typeof sparkJobInput>;
