import { callerOf } from '../http/routes/operations';
import {
  findingsOf,
  findingsShape,
  requestOf,
  requestShape,
} from './operationShape';
import { planHash } from './planHash';
import { Tool, ToolDeps, Zod } from './Tool';

const MAX_MANIFEST = 16 * 1024;

function input(z: Zod) {
  return z.object(requestShape(z)).strict();
}

function output(z: Zod) {
  return z.object({
    title: z.string(),
    ok: z.boolean().describe('Nothing that was found stands against it.'),
    planHash: z
      .string()
      .describe('For apply-plan, once a person has agreed to this plan.'),
    entityRef: z.string().optional(),
    steps: z.array(
      z.object({
        verb: z.enum([
          'create',
          'patch',
          'delete',
          'register',
          'unregister',
          'cancel',
          'call',
        ]),
        title: z.string(),
        cluster: z.string().optional(),
        as: z
          .enum(['user', 'bootstrap', 'portal'])
          .optional()
          .describe('In whose name: yours, or one of the portal.'),
        dryRun: z.enum(['passed', 'skipped', 'failed']).optional(),
        manifest: z
          .string()
          .optional()
          .describe('YAML, secrets masked; cut off at 16 KiB.'),
      }),
    ),
    findings: findingsShape(z),
  });
}

/** What an operation would do. Changes nothing. */
export function planOperation(
  deps: ToolDeps,
): Tool<ReturnType<typeof input>, ReturnType<typeof output>> {
  return {
    name: 'plan-operation',
    title: 'Plan an operation',
    description:
      'Tells what an operation of the data platform would do, as you: its steps with their manifests, and what preflight and the dry run of the cluster found. Changes nothing. Show the plan to a person before apply-plan.',
    readOnly: true,
    input,
    output,
    async run(told, { viewer, signal }) {
      const request = requestOf(told);
      const plan = await deps.operations.plan(
        request,
        callerOf(viewer),
        signal,
      );
      return {
        title: plan.title,
        ok: plan.ok,
        planHash: planHash(request, plan),
        entityRef: plan.entityRef,
        steps: plan.steps.map(
          ({ verb, title, source, identity, dryRun, manifest }) => ({
            ...{ verb, title, cluster: source, as: identity, dryRun },
            manifest: manifest?.slice(0, MAX_MANIFEST),
          }),
        ),
        findings: findingsOf(plan.findings),
      };
    },
  };
}
