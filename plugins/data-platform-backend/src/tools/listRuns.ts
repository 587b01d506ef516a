import { Run } from '@millrace/backstage-plugin-data-platform-common';
import { MAX_REF, refOf } from './refOf';
import { Tool, ToolDeps, Zod } from './Tool';
import { verdictOf, verdictShape } from './verdictShape';

function input(z: Zod) {
  const ref = z.string().min(1).max(MAX_REF).optional();
  return z
    .object({
      job: ref.describe('Name or entity ref of a job.'),
      product: ref.describe('Name or entity ref of a data product.'),
      domain: ref.describe('Name or entity ref of a data domain.'),
      outcome: z
        .enum(['succeeded', 'failed', 'cancelled', 'running'])
        .optional(),
      before: z
        .string()
        .datetime({ offset: true })
        .optional()
        .describe('RFC 3339: only runs that began earlier; for paging.'),
      limit: z.number().int().min(1).max(100).default(20),
    })
    .strict();
}

function output(z: Zod) {
  return z.object({
    runs: z.array(
      z.object({
        run: z.string().describe('Id, for explain-verdict and read-run-log.'),
        name: z.string(),
        job: z.string().optional(),
        cluster: z.string(),
        namespace: z.string().optional(),
        startedAt: z.string().optional(),
        finishedAt: z.string().optional(),
        durationSeconds: z.number().optional(),
        startedBy: z.string().optional(),
        live: z.boolean().describe('Its object is still on the cluster.'),
        resource: z
          .string()
          .optional()
          .describe('Id of that object, for plan-operation.'),
        ...verdictShape(z),
      }),
    ),
    finished: z
      .number()
      .int()
      .describe('Finished runs that match, of the last 1,000.'),
    succeeded: z.number().int(),
    p50Seconds: z.number().optional(),
    before: z.string().optional().describe('Pass it for the next page.'),
    problem: z
      .string()
      .optional()
      .describe('Why only runs that are on a cluster are listed.'),
  });
}

/** Runs, newest first: live ones and those whose object is gone. */
export function listRuns(
  deps: ToolDeps,
): Tool<ReturnType<typeof input>, ReturnType<typeof output>> {
  return {
    name: 'list-runs',
    title: 'List runs',
    description:
      'Lists runs of Spark jobs that you may see, newest first, each with how it ended and why; also runs whose object is gone from the cluster. Filters by job, data product, domain and outcome.',
    readOnly: true,
    input,
    output,
    async run({ job, product, domain, outcome, before, limit }, { viewer }) {
      const page = await deps.runs.page(
        {
          ...(job && { entityRef: refOf('job', job, 'component') }),
          ...(product && { productRef: refOf('product', product, 'system') }),
          ...(domain && { domainRef: refOf('domain', domain, 'domain') }),
          outcome,
          before: before && new Date(before).toISOString(),
          limit,
        },
        viewer.read.allows,
      );
      const { finished, succeeded, p50Seconds } = page.stats;
      return {
        runs: page.items.map(told),
        finished,
        succeeded,
        p50Seconds,
        before: page.nextBefore,
        problem: page.problem,
      };
    },
  };
}

function told(run: Run) {
  const { id, name, entityRef, source, namespace, live, by, trigger } = run;
  const { startedAt, finishedAt, durationSeconds, resourceId } = run;
  return {
    ...(live && { resource: resourceId }),
    ...{ run: id, name, job: entityRef, cluster: source, namespace, live },
    ...{ startedAt: startedAt ?? run.submittedAt, finishedAt, durationSeconds },
    startedBy: by ?? trigger,
    ...verdictOf(run.assessment),
  };
}
