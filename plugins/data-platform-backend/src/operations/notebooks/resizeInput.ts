import { z } from 'zod';
import { cpuInput, gpuInput, memoryInput } from './notebookInput';

/** What the form of another size gives; what is left out stays. */
export const resizeInput = z.strictObject({
  cpu: cpuInput.optional(),
  memory: memoryInput.optional(),
  /** A count of 0 gives the GPUs back. */
  gpu: z
    .union([
      gpuInput,
      z.strictObject({ key: z.string().max(253), count: z.literal(0) }),
    ])
    .optional(),
  /** Of a Workspace. */
  podConfig: z.string().min(1).max(256).optional(),
});

export type ResizeInput = z.infer<typeof resizeInput>;
