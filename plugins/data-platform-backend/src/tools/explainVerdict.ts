import { InputError, NotFoundError } from '@backstage/errors';
import {
  Assessment,
  Fact,
  OperationAvailability,
  Staleness,
} from '@millrace/backstage-plugin-data-platform-common';
import { availableTo } from '../http/availableTo';
import { offersOfJob } from '../http/offersOfJob';
import { visibleResource } from '../http/routes/resources';
import { visibleJob } from '../http/routes/jobs';
import { Viewer } from '../permissions/Viewer';
import { IndexedResource } from '../store/types';
import { MAX_ID, MAX_REF, refOf } from './refOf';
import { Tool, ToolCall, ToolDeps, Zod } from './Tool';
import { verdictOf, verdictShape } from './verdictShape';
import { visibleRun } from './visibleRun';

const MAX_EVIDENCE = 30;

function input(z: Zod) {
  return z
    .object({
      job: z
        .string()
        .min(1)
        .max(MAX_REF)
        .optional()
        .describe('Name or entity ref of a job.'),
      run: z.string().min(1).max(MAX_ID).optional().describe('Id of a run.'),
      resource: z
        .string()
        .min(1)
        .max(MAX_ID)
        .optional()
        .describe('Id of a live object.'),
    })
    .strict();
}

function output(z: Zod) {
  return z.object({
    about: z.string().describe('What the verdict is about.'),
    ...verdictShape(z),
    stale: z.string().optional().describe('Why this may not be true any more.'),
    evidence: z.array(
      z.object({
        subject: z.string().describe('What was looked at.'),
        reason: z.string().optional().describe('As the cluster gives it.'),
        message: z.string(),
        at: z.string().optional(),
      }),
    ),
    remedies: z.array(
      z.object({
        text: z.string(),
        operation: z
          .string()
          .optional()
          .describe('Id of the operation that does it, for plan-operation.'),
      }),
    ),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    operations: z
      .array(
        z.object({
          operation: z.string().describe('Id.'),
          title: z.string(),
          entityRef: z.string().optional(),
          resource: z.string().optional(),
          available: z.boolean(),
          reason: z.string().optional().describe('Why it is not available.'),
        }),
      )
      .describe('What can be done, and on what, for plan-operation.'),
  });
}

interface Explained {
  about: string;
  assessment: Assessment;
  stale?: Staleness;
  facts?: readonly Fact[];
  entityRef?: string;
  operations?: readonly OperationAvailability[];
}

/** Why something is as it is: the sentence, the next step, and all that it rests on. */
export function explainVerdict(
  deps: ToolDeps,
): Tool<ReturnType<typeof input>, ReturnType<typeof output>> {
  return {
    name: 'explain-verdict',
    title: 'Explain a verdict',
    description:
      'Explains how a Spark job, one of its runs, or a live object of the data platform is: the sentence, the next step, the evidence that the verdict rests on, and what you can do. Give exactly one of job, run and resource.',
    readOnly: true,
    input,
    output,
    async run({ job, run, resource }, call) {
      if ([job, run, resource].filter(Boolean).length !== 1) {
        throw new InputError('Give exactly one of job, run and resource.');
      }
      const found = await explained({ job, run, resource }, deps, call);
      const { about, assessment, stale, facts, entityRef } = found;
      return {
        about,
        ...verdictOf(assessment),
        stale: stale && `${stale.message} (since ${stale.since})`,
        evidence: assessment.evidence
          .slice(0, MAX_EVIDENCE)
          .map(({ subject, reason, message, at }) => ({
            subject,
            reason,
            message,
            at,
          })),
        remedies: assessment.remedies.map(({ text, operation }) => ({
          text,
          operation,
        })),
        facts: (facts ?? []).map(({ label, value }) => ({ label, value })),
        operations: (found.operations ?? []).map(
          ({ id, title, resourceId, available, reason }) => ({
            operation: id,
            title,
            ...(resourceId ? { resource: resourceId } : { entityRef }),
            available,
            reason,
          }),
        ),
      };
    },
  };
}

function explained(
  of: { job?: string; run?: string; resource?: string },
  deps: ToolDeps,
  call: ToolCall,
): Promise<Explained> {
  if (of.job) return ofJob(refOf('job', of.job, 'component'), deps, call);
  if (of.run) return ofRun(of.run, deps, call);
  return ofResource(of.resource ?? '', deps, call);
}

async function ofJob(
  entityRef: string,
  deps: ToolDeps,
  { viewer }: ToolCall,
): Promise<Explained> {
  const entity = await visibleJob(deps, entityRef, viewer);
  const now = await deps.jobs.read(entity, viewer.read.allows);
  const { assessment, stale, current } = now;
  return {
    about: `job ${entityRef}`,
    assessment,
    stale,
    facts: current?.row.facts,
    entityRef,
    operations: await offersOfJob(deps, now, viewer),
  };
}

async function ofRun(
  id: string,
  deps: ToolDeps,
  { viewer }: ToolCall,
): Promise<Explained> {
  const run = await visibleRun(deps, id, viewer);
  const { kind, name, assessment, facts, live, resourceId } = run;
  const object = live && resourceId ? deps.index.get(resourceId) : undefined;
  const seen = object && viewer.read.allows(object.row);
  return {
    about: `run ${kind} ${name}`,
    assessment,
    facts,
    operations: seen ? offersOf(object, deps, viewer) : [],
  };
}

async function ofResource(
  id: string,
  deps: ToolDeps,
  { viewer }: ToolCall,
): Promise<Explained> {
  const resource = visibleResource(deps.index, id, viewer);
  const found = deps.detail(resource.row.id);
  if (!found) {
    throw new NotFoundError('The object has just gone. Look at its run.');
  }
  const { kind, name, assessment, stale, facts } = found;
  return {
    about: `${kind} ${name}`,
    assessment,
    stale,
    facts,
    operations: offersOf(resource, deps, viewer),
  };
}

function offersOf(
  resource: IndexedResource,
  { resourceOperations }: ToolDeps,
  viewer: Viewer,
): OperationAvailability[] {
  return availableTo(viewer, resource.row, resourceOperations(resource));
}
