import { Entity } from '@backstage/catalog-model';
import {
  Finding,
  maskSecrets,
  Plan,
  PlanApproval,
  PlanStep,
} from '@millrace/backstage-plugin-data-platform-common';
import { stringify } from 'yaml';
import { PlannedApproval } from '../approvals/ApprovalGate';
import { maskedYaml } from '../rollup/maskedYaml';
import { PlannedOperation, PlannedStep } from './definition';
import { DryRunResult } from './dryRun';
import { seriesWrite } from './series/seriesRun';

/** A plan as the HTTP API shows it: secrets masked, every object as YAML as well. */
export function toPlan(
  operation: string,
  planned: PlannedOperation,
  operationId: string,
  dryRun?: DryRunResult,
): Plan {
  const findings = findingsOf(planned, dryRun);
  return {
    operation,
    title: planned.title,
    steps: planned.steps.map((step, index) => ({
      ...toStep(shown(step, index, planned, operationId)),
      ...(dryRun && { dryRun: dryRun.outcome[step.id] ?? 'skipped' }),
    })),
    findings,
    ok: isOk(findings),
    ...(planned.entityRef && { entityRef: planned.entityRef }),
    ...(planned.approval && { approval: approvalOf(planned.approval) }),
  };
}

/** All that is said of a plan, also by the servers that were asked. */
export function findingsOf(
  planned: Pick<PlannedOperation, 'findings'>,
  dryRun?: DryRunResult,
): Finding[] {
  return [...planned.findings, ...(dryRun?.findings ?? [])];
}

/** Whether what is planned may be started. */
export function isOk(findings: readonly Finding[]): boolean {
  return findings.every(({ level }) => level !== 'error');
}

function approvalOf(approval: PlannedApproval): PlanApproval {
  const { reason, approverRefs, state, approvalId } = approval;
  return { reason, approverRefs, state, ...(approvalId && { approvalId }) };
}

/** Runs of a series differ in their dates alone: the first is shown in full. */
function shown(
  step: PlannedStep,
  index: number,
  { series }: PlannedOperation,
  operationId: string,
): PlannedStep {
  return step.verb === 'run' && series && index === 0
    ? seriesWrite(series, step, operationId)
    : step;
}

function toStep(step: PlannedStep): PlanStep {
  const content = contentOf(step);
  const object = content && maskSecrets(content);
  return {
    id: step.id,
    verb: step.verb === 'run' ? 'create' : step.verb,
    title: step.title,
    ...('source' in step && {
      source: step.source,
      identity: step.verb === 'call' ? 'portal' : step.identity ?? 'user',
    }),
    ...(!('source' in step) && { identity: 'portal' as const }),
    ...(object && { object, manifest: manifestOf(step, object) }),
  };
}

/** Of a job that is registered, the definition it will run is what a person wants to read. */
function manifestOf(step: PlannedStep, object: object): string {
  const definition =
    step.verb === 'register' ? step.entity.spec?.manifest : undefined;
  return typeof definition === 'string'
    ? maskedYaml(definition)
    : stringify(object, { lineWidth: 0 });
}

/** The definition stands in it as text: secrets are masked in there as well. */
function registered(entity: Entity): Record<string, unknown> {
  const manifest = entity.spec?.manifest;
  return typeof manifest === 'string'
    ? { ...entity, spec: { ...entity.spec, manifest: maskedYaml(manifest) } }
    : { ...entity };
}

function contentOf(step: PlannedStep): Record<string, unknown> | undefined {
  switch (step.verb) {
    case 'create':
      return step.object;
    case 'patch':
      return step.patch;
    case 'register':
      return registered(step.entity);
    case 'call':
      return { ...step.values };
    default:
      return undefined;
  }
}
