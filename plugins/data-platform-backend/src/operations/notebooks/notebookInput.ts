import { parseQuantity } from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { fullRef } from '../CatalogReader';

/**
 * Longest name of a server: its pod is `<name>-0`, and the StatefulSet puts a hash of eleven characters behind the name in a
 * label, which holds 63.
 * @see kubernetes/kubernetes issue 64023
 */
const NAME_MAX = 52;

const serverName = z
  .string({ error: 'Give the notebook server a name.' })
  .max(
    NAME_MAX,
    `The name of a notebook server has at most ${NAME_MAX} characters: Kubernetes puts more behind it.`,
  )
  .regex(
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    'The name of a notebook server has lower-case letters, digits and dashes; it begins with a letter and does not end with a dash.',
  );

const objectName = z
  .string()
  .max(63)
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    'The name of a volume has lower-case letters, digits and dashes, and does not begin or end with a dash.',
  );

const size = (example: string) =>
  z
    .string()
    .trim()
    .max(40)
    .refine(text => {
      const amount = parseQuantity(text);
      return amount !== undefined && amount > 0 && Number.isFinite(amount);
    }, `Give an amount above 0, for example ${example}.`);

const mountPath = z
  .string()
  .trim()
  .max(1_000)
  .regex(
    /^(\/[A-Za-z0-9._@+-]+)+\/?$/,
    'A path is absolute and below "/", without spaces or colons, for example /data.',
  )
  .refine(
    path => !path.split('/').includes('..') && !path.split('/').includes('.'),
    'A path has no "." or ".." in it.',
  )
  .transform(path => path.replace(/\/+$/, ''));

const newVolume = z.strictObject({
  size: size('5Gi'),
  storageClass: z.string().max(253).optional(),
});

/** GPUs of one vendor, by the key that nodes offer them under. */
export const gpuInput = z.strictObject({
  key: z.string().max(253),
  count: z.number().int().min(1, 'At least 1 GPU.').max(64),
});
export const cpuInput = size('0.5');
export const memoryInput = size('1Gi');

const ref = (kind: string, noun: string) =>
  z
    .string()
    .max(200)
    .transform((text, context) => {
      const full = fullRef(text, kind);
      if (full) return full;
      context.addIssue({
        code: 'custom',
        message: `"${text.slice(0, 80)}" is no ${noun}.`,
      });
      return z.NEVER;
    });

const option = z.string().min(1).max(256);

/** What the form of a new notebook server gives. */
export const notebookInput = z.strictObject({
  name: serverName,
  title: z.string().trim().min(1).max(80).optional(),
  description: z.string().trim().max(500).optional(),
  domain: z.string({ error: 'Choose a data domain.' }).min(1).max(200),
  /** Where the domain lives on several clusters, or in several namespaces. */
  cluster: z.string().max(253).optional(),
  namespace: z.string().max(63).optional(),
  product: ref('system', 'data product').optional(),
  owner: ref('group', 'owner').optional(),
  generation: z.union([z.literal(1), z.literal(2)], {
    error: 'Choose 1 (Notebook) or 2 (Workspace, beta).',
  }),
  image: z.string().trim().max(500).optional(),
  workspaceKind: z.string().max(253).optional(),
  imageConfig: option.optional(),
  podConfig: option.optional(),
  cpu: cpuInput.optional(),
  memory: memoryInput.optional(),
  gpu: gpuInput.optional(),
  /** Default: a new one of the usual size. */
  home: z
    .union(
      [
        z.literal('none'),
        z.strictObject({ new: newVolume }),
        z.strictObject({ existing: objectName }),
      ],
      {
        error:
          'Choose a new home volume with its size (5Gi), an existing one, or none.',
      },
    )
    .optional(),
  homeMountPath: mountPath.optional(),
  dataVolumes: z
    .array(
      z
        .strictObject({
          claim: objectName.optional(),
          new: newVolume.extend({ name: objectName }).optional(),
          mountPath,
        })
        .refine(
          volume => (volume.claim === undefined) !== (volume.new === undefined),
          'Name an existing volume, or a new one with its size.',
        ),
    )
    .max(10, 'At most 10 data volumes.')
    .optional(),
  shm: z.boolean().optional(),
  podDefaults: z.array(z.string().max(253)).max(20).optional(),
  tolerationGroup: option.optional(),
  affinityGroup: option.optional(),
  environment: z
    .array(
      z.strictObject({
        name: z
          .string({ error: 'Give the variable a name.' })
          .max(253)
          .regex(
            /^[A-Za-z_]\w*$/,
            'A variable has letters, digits and underscores, and does not begin with a digit.',
          ),
        value: z.string().max(8_000).default(''),
      }),
    )
    .max(50, 'At most 50 variables.')
    .optional(),
});

export type NotebookInput = z.infer<typeof notebookInput>;
