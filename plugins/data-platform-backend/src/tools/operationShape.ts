import { InputError } from '@backstage/errors';
import {
  Finding,
  Operation,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { MAX_ID, MAX_REF } from './refOf';
import { Zod } from './Tool';

const MAX_INPUT = 64 * 1024;

/** What operation, on what, with which input. */
export function requestShape(z: Zod) {
  return {
    operation: z
      .string()
      .min(1)
      .max(100)
      .describe('Id, for example spark-job:run or spark:stop.'),
    entityRef: z
      .string()
      .min(1)
      .max(MAX_REF)
      .optional()
      .describe(
        'The entity that it acts on, for example component:default/orders.',
      ),
    resource: z
      .string()
      .min(1)
      .max(MAX_ID)
      .optional()
      .describe('Id of the live object that it acts on.'),
    input: z
      .record(z.unknown())
      .optional()
      .describe(
        'Fields of the operation. What is wrong with them is told as findings.',
      ),
  };
}

/** @throws InputError - the input is too long */
export function requestOf(told: {
  operation: string;
  entityRef?: string;
  resource?: string;
  input?: Record<string, unknown>;
}): OperationRequest {
  const { operation, entityRef, resource, input } = told;
  if (JSON.stringify(input ?? {}).length > MAX_INPUT) {
    throw new InputError('input: it is longer than 64 KiB.');
  }
  return {
    operation,
    ...(entityRef && { entityRef }),
    ...(resource && { resourceId: resource }),
    ...(input && { input }),
  };
}

export function findingsShape(z: Zod) {
  return z.array(
    z.object({
      level: z.enum(['error', 'warning', 'info']),
      field: z.string().optional(),
      message: z.string(),
      remedy: z.string().optional(),
    }),
  );
}

export function findingsOf(findings: readonly Finding[] = []) {
  return findings.map(({ level, field, message, remedy }) => ({
    level,
    field,
    message,
    remedy,
  }));
}

export function operationShape(z: Zod) {
  return z.object({
    id: z.string().describe('For get-operation.'),
    operation: z.string(),
    title: z.string(),
    actor: z.string(),
    entityRef: z.string().optional(),
    state: z.enum(['accepted', 'running', 'done', 'failed', 'cancelled']),
    cancelledBy: z.string().optional(),
    steps: z.array(
      z.object({
        title: z.string(),
        state: z.enum([
          'pending',
          'running',
          'done',
          'failed',
          'undone',
          'skipped',
        ]),
        message: z.string().optional(),
      }),
    ),
    error: z.string().optional(),
    findings: findingsShape(z),
    progress: z
      .object({
        total: z.number().int(),
        done: z.number().int(),
        running: z.number().int(),
        failed: z.number().int(),
      })
      .optional(),
    output: z.record(z.unknown()).optional(),
    createdAt: z.string(),
    finishedAt: z.string().optional(),
  });
}

export function operationOf(told: Operation) {
  const { id, operation, title, actor, entityRef, state, steps } = told;
  const {
    cancelledBy,
    error,
    findings,
    progress,
    output,
    createdAt,
    finishedAt,
  } = told;
  return {
    ...{
      id,
      operation,
      title,
      actor,
      entityRef,
      state,
      cancelledBy,
      error,
      progress,
      output,
    },
    steps: steps.map(({ title: step, state: now, message }) => ({
      title: step,
      state: now,
      message,
    })),
    findings: findingsOf(findings),
    createdAt,
    finishedAt,
  };
}
