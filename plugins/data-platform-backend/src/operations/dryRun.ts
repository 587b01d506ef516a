import {
  ANNOTATION_OPERATION,
  Finding,
  PlanStep,
} from '@millrace/backstage-plugin-data-platform-common';
import { ClusterError } from '../clusters/ClusterError';
import { ClusterRefusal, where } from './ClusterRefusal';
import { ClusterWriter, nameOf, Written } from './ClusterWriter';
import { ClusterStep, PlannedStep } from './definition';
import { birthOf, isClusterStep } from './namespaces';

export interface DryRunResult {
  findings: Finding[];
  /** By step id. */
  outcome: Record<string, NonNullable<PlanStep['dryRun']>>;
}

export interface DryRunOptions {
  writerFor(source: string): ClusterWriter;
  signal: AbortSignal;
  /** Objects that carry this operation's annotation are its own: an earlier try made them. */
  operationId?: string;
}

/**
 * Asks the servers whether they would take the writes of a plan. What lives in a namespace that the plan itself
 * makes is skipped: every server answers 404 for it until the namespace exists.
 */
export async function dryRunPlan(
  steps: readonly PlannedStep[],
  options: DryRunOptions,
): Promise<DryRunResult> {
  const now = steps.filter(isClusterStep).filter(step => !birthOf(step, steps));
  const result = await dryRunSteps(now, options);
  for (const step of steps) result.outcome[step.id] ??= 'skipped';
  return result;
}

/** Asks for each of these writes. */
export async function dryRunSteps(
  steps: readonly ClusterStep[],
  options: DryRunOptions,
): Promise<DryRunResult> {
  const result: DryRunResult = { findings: [], outcome: {} };
  for (const step of steps) {
    const findings = await dryRunStep(step, options);
    const failed = findings.some(({ level }) => level === 'error');
    result.outcome[step.id] = failed ? 'failed' : 'passed';
    result.findings.push(
      ...(step.mayFail ? findings.map(toWarning) : findings),
    );
  }
  return result;
}

/** Of a step that may fail, a refusal is no reason not to do the others. */
function toWarning(finding: Finding): Finding {
  return finding.level === 'error' ? { ...finding, level: 'warning' } : finding;
}

async function dryRunStep(
  step: ClusterStep,
  options: DryRunOptions,
): Promise<Finding[]> {
  try {
    const written = await ask(step, options);
    return (written?.warnings ?? []).map(text => ({
      level: 'warning',
      message: `${step.title}: the server warns: ${text}`,
    }));
  } catch (error) {
    if (error instanceof ClusterRefusal) {
      if (await isOwnWork(step, error, options)) return [];
      return error.code === 409 ? [taken(step)] : error.findings();
    }
    if (error instanceof ClusterError && !options.signal.aborted) {
      return [
        {
          level: 'error',
          message: `${step.title} could not be checked. ${error.message}`,
          remedy:
            'Try again once the cluster answers; see its state under sources.',
        },
      ];
    }
    throw error;
  }
}

async function ask(
  step: ClusterStep,
  { writerFor, signal }: DryRunOptions,
): Promise<Written | undefined> {
  const writer = writerFor(step.source);
  const options = { identity: step.identity ?? 'user', signal, dryRun: true };
  switch (step.verb) {
    case 'create':
      return writer.create(step.object, options);
    case 'patch':
      return writer.patch(step.target, step.patch, options);
    default:
      await writer.delete(step.target, options);
      return undefined;
  }
}

/** A name that exists answers 409, or 403 where a count quota is full: so it is read, never guessed from the code. */
async function isOwnWork(
  step: ClusterStep,
  refusal: ClusterRefusal,
  { writerFor, signal, operationId }: DryRunOptions,
): Promise<boolean> {
  if (step.verb !== 'create' || !operationId) return false;
  if (refusal.code !== 409 && refusal.code !== 403) return false;
  const existing = await writerFor(step.source)
    .read(nameOf(step.object), { identity: step.identity ?? 'user', signal })
    .catch(() => undefined);
  return existing?.metadata.annotations?.[ANNOTATION_OPERATION] === operationId;
}

function taken(step: ClusterStep): Finding {
  const target = step.verb === 'create' ? nameOf(step.object) : step.target;
  return {
    level: 'error',
    field: 'name',
    message: `${where({ cluster: step.source, ...target })} exists already.`,
    remedy: 'Choose another name; nothing that exists is taken over.',
  };
}
