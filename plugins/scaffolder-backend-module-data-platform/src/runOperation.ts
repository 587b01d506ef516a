import { LoggerService } from '@backstage/backend-plugin-api';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import {
  Finding,
  Operation,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { createHash } from 'node:crypto';
import { PlatformCalls, PlatformServices } from './PlatformCalls';

/** How long a template waits for the catalog to serve what was registered, ms. */
export const SERVED_WITHIN_MS = 60_000;

/** What an action passes on to later steps. */
export interface OperationResult {
  /** Undefined in a dry run. */
  operation?: Operation;
  entityRef?: string;
}

/**
 * Runs one operation for a template: starts it (once per task and step), logs its steps while they go, and ends with it.
 * In a dry run it plans and logs the plan.
 * @throws the operation's own sentence when it is refused or fails
 */
export async function runOperation(
  ctx: ActionContext<any, any>,
  services: PlatformServices,
  request: Omit<OperationRequest, 'idempotencyKey'>,
): Promise<OperationResult> {
  const calls = await callsOf(ctx, services);
  if (ctx.isDryRun) return logPlan(ctx.logger, calls, request);
  const started = await calls.start({
    ...request,
    idempotencyKey: idempotencyKey(ctx),
  });
  logFindings(ctx.logger, started.findings ?? []);
  const operation = await calls.follow(started, stepLogger(ctx.logger));
  if (operation.state !== 'done') {
    throw new Error(
      operation.error ?? `${operation.title}: ${operation.state}.`,
    );
  }
  ctx.logger.info(`${operation.title}: done.`);
  return { operation, entityRef: operation.entityRef };
}

/** Calls in the name of the person who started the task. */
export async function callsOf(
  ctx: ActionContext<any, any>,
  services: PlatformServices,
): Promise<PlatformCalls> {
  const credentials = await ctx.getInitiatorCredentials();
  return new PlatformCalls(services, credentials, ctx.signal);
}

/** One for a task and a step, whatever happens to either: a step that runs again finds the same operation. */
function idempotencyKey(ctx: ActionContext<any, any>): string {
  const item = ctx.each
    ? `/${createHash('sha256')
        .update(JSON.stringify(ctx.each))
        .digest('hex')
        .slice(0, 16)}`
    : '';
  return `scaffolder/${ctx.task.id}/${
    ctx.step?.id ?? ctx.step?.name ?? 'step'
  }${item}`.slice(0, 200);
}

async function logPlan(
  logger: LoggerService,
  calls: PlatformCalls,
  request: OperationRequest,
): Promise<OperationResult> {
  const plan = await calls.plan(request);
  logger.info(`Plan: ${plan.title}. Nothing is changed in a dry run.`);
  for (const step of plan.steps) {
    const checked = step.dryRun ? ` [dry run ${step.dryRun}]` : '';
    logger.info(`  ${step.title}${checked}`);
    if (step.manifest) logger.info(step.manifest);
  }
  logFindings(logger, plan.findings);
  if (!plan.ok) {
    const first = plan.findings.find(({ level }) => level === 'error');
    throw new Error(
      `${plan.title} would be refused: ${first && findingText(first)}`,
    );
  }
  return { entityRef: plan.entityRef };
}

/** Says each change of a step once. */
function stepLogger(logger: LoggerService): (operation: Operation) => void {
  const said = new Map<string, string>();
  return ({ steps }) => {
    for (const { id, title, state, message } of steps) {
      if (state === 'pending' || said.get(id) === state) continue;
      said.set(id, state);
      logger.info(`${title}: ${state}${message ? `. ${message}` : ''}`);
    }
  };
}

function logFindings(logger: LoggerService, findings: readonly Finding[]) {
  for (const finding of findings) {
    const text = findingText(finding);
    if (finding.level === 'error') logger.error(text);
    else if (finding.level === 'warning') logger.warn(text);
    else logger.info(text);
  }
}

function findingText({ field, message, remedy }: Finding): string {
  return `${field ? `${field}: ` : ''}${message}${remedy ? ` ${remedy}` : ''}`;
}

/** Waits for the catalog, so that a link to the entity leads to its page. */
export async function awaitCatalog(
  ctx: ActionContext<any, any>,
  services: PlatformServices,
  entityRef: string,
): Promise<boolean> {
  const calls = await callsOf(ctx, services);
  const served = await calls.isServed(entityRef, SERVED_WITHIN_MS);
  if (served) ctx.logger.info(`The catalog serves ${entityRef}.`);
  return served;
}

/** Without what was left empty in the form. */
export function withoutEmpty(input: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}
