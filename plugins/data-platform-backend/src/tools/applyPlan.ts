import { ConflictError } from '@backstage/errors';
import { callerOf } from '../http/routes/operations';
import {
  operationOf,
  operationShape,
  requestOf,
  requestShape,
} from './operationShape';
import { planHash } from './planHash';
import { Tool, ToolDeps, Zod } from './Tool';

function input(z: Zod) {
  return z
    .object({
      ...requestShape(z),
      planHash: z
        .string()
        .regex(/^[\w-]{32}$/, 'Give the planHash of plan-operation as it is.')
        .describe('As plan-operation told it of the same operation and input.'),
      idempotencyKey: z
        .string()
        .min(8)
        .max(200)
        .describe(
          'Chosen by you, one for each time that it shall be done: the same again starts nothing twice.',
        ),
    })
    .strict();
}

/** Does what a plan says, as the person, and only while the plan is the one that was shown. */
export function applyPlan(
  deps: ToolDeps,
): Tool<ReturnType<typeof input>, ReturnType<typeof operationShape>> {
  return {
    name: 'apply-plan',
    title: 'Apply a plan',
    description:
      'Does what plan-operation told, as you. Refuses when the plan is another by now. Returns at once; get-operation tells how it goes. Ask a person before you call it.',
    readOnly: false,
    input,
    output: operationShape,
    async run({ planHash: agreed, idempotencyKey, ...told }, { viewer }) {
      const request = requestOf(told);
      const operation = await deps.operations.start(
        { ...request, idempotencyKey: `tool:${idempotencyKey}` },
        callerOf(viewer),
        // Not bound to the life of the call: what has been accepted goes on.
        deps.shutdown,
        plan => {
          if (planHash(request, plan) !== agreed) {
            throw new ConflictError(
              `${plan.title}: the plan is another now than the one that was agreed to. Call plan-operation again and look at what has changed.`,
            );
          }
        },
      );
      return operationOf(operation);
    },
  };
}
