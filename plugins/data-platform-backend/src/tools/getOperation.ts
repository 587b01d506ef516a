import { NotFoundError } from '@backstage/errors';
import { mayReadOperation } from '../http/routes/operations';
import { operationOf, operationShape } from './operationShape';
import { Tool, ToolDeps, Zod } from './Tool';

function input(z: Zod) {
  return z
    .object({
      id: z.string().min(1).max(100),
      waitSeconds: z
        .number()
        .int()
        .min(0)
        .max(20)
        .default(0)
        .describe('How long to wait for its end.'),
    })
    .strict();
}

/** How an operation goes: one's own, or any where the policy lets the person read them. */
export function getOperation(
  deps: ToolDeps,
): Tool<ReturnType<typeof input>, ReturnType<typeof operationShape>> {
  const { operations } = deps;
  return {
    name: 'get-operation',
    title: 'Look at an operation',
    description:
      'Tells how an operation of the data platform goes: its state, its steps, and what went wrong.',
    readOnly: true,
    input,
    output: operationShape,
    async run({ id, waitSeconds }, { viewer, signal }) {
      const found = await operations.get(id);
      if (!found || !mayReadOperation(deps, viewer, found)) {
        throw new NotFoundError('There is no such operation.');
      }
      const now = waitSeconds
        ? await operations.get(id, { waitMs: waitSeconds * 1_000, signal })
        : found;
      return operationOf(now ?? found);
    },
  };
}
