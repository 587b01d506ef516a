import {
  HEALTH_ORDER,
  severity,
  TYPE_SPARK_JOB,
} from '@millrace/backstage-plugin-data-platform-common';
import { KnownEntity } from '../join/types';
import { mayKnow } from '../rollup/mayKnow';
import { JobNow } from '../rollup/JobReader';
import { MAX_REF, refOf } from './refOf';
import { Tool, ToolDeps, Zod } from './Tool';
import { verdictOf, verdictShape } from './verdictShape';

/** Jobs whose verdicts are made for one answer. */
const MAX_JUDGED = 1_000;
const AT_A_TIME = 20;

function input(z: Zod) {
  const ref = z.string().min(1).max(MAX_REF).optional();
  return z
    .object({
      domain: ref.describe('Name or entity ref of a data domain.'),
      product: ref.describe('Name or entity ref of a data product.'),
      owner: ref.describe('Entity ref of the owner, or the name of a group.'),
      health: z
        .array(
          z.enum([
            'healthy',
            'suspended',
            'progressing',
            'unknown',
            'degraded',
            'failed',
          ]),
        )
        .min(1)
        .max(HEALTH_ORDER.length)
        .optional()
        .describe('Only jobs that are so now.'),
      text: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .describe('Part of the name or title.'),
      limit: z.number().int().min(1).max(100).default(20),
    })
    .strict();
}

function output(z: Zod) {
  return z.object({
    jobs: z.array(
      z.object({
        job: z.string().describe('Entity ref.'),
        title: z.string().optional(),
        domain: z.string().optional(),
        product: z.string().optional(),
        owner: z.string().optional(),
        cluster: z.string().optional(),
        namespace: z.string().optional(),
        ...verdictShape(z),
        stale: z
          .string()
          .optional()
          .describe('Why this may not be true any more.'),
      }),
    ),
    total: z.number().int().describe('Jobs that match, before the limit.'),
    note: z
      .string()
      .optional()
      .describe('Why there is none, where the filter may be at fault.'),
    warming: z
      .boolean()
      .describe('The clusters are still being read: an empty answer is none.'),
  });
}

type Query = ReturnType<ReturnType<typeof input>['parse']>;

/** Jobs of the portal that the person may see, the most severe first. */
export function findSparkJobs(
  deps: ToolDeps,
): Tool<ReturnType<typeof input>, ReturnType<typeof output>> {
  const { entities, jobs, sources, index } = deps;
  return {
    name: 'find-spark-jobs',
    title: 'Find Spark jobs',
    description:
      'Lists Spark jobs of the data platform that you may see, the most severe first, each with its verdict: how it is, why, and what to do. Filters by domain, data product, owner, health and text.',
    readOnly: true,
    input,
    output,
    async run(query, { viewer, signal }) {
      const matches = matcherOf(query);
      const known: KnownEntity[] = [];
      for (const entity of entities.all()) {
        if (
          entity.type === TYPE_SPARK_JOB &&
          matches(entity) &&
          mayKnow(entity, viewer.read.allows) &&
          known.length < MAX_JUDGED
        ) {
          known.push(entity);
        }
      }
      const found: JobNow[] = [];
      for (let start = 0; start < known.length; start += AT_A_TIME) {
        signal.throwIfAborted();
        const some = known.slice(start, start + AT_A_TIME);
        found.push(
          ...(await Promise.all(
            some.map(entity => jobs.read(entity, viewer.read.allows)),
          )),
        );
      }
      const fitting = found
        .filter(
          ({ assessment }) =>
            !query.health || query.health.includes(assessment.health),
        )
        .sort(
          (a, b) =>
            severity(b.assessment.health) - severity(a.assessment.health) ||
            (a.entity.entityRef < b.entity.entityRef ? -1 : 1),
        );
      return {
        jobs: fitting.slice(0, query.limit).map(told),
        total: fitting.length,
        ...(known.length === 0 && { note: noteOn(query) }),
        warming: sources.warming() || index.settling,
      };
    },
  };
}

function matcherOf(query: Query): (entity: KnownEntity) => boolean {
  const { domain, product, owner, text } = query;
  const domainRef = domain && refOf('domain', domain, 'domain');
  const productRef = product && refOf('product', product, 'system');
  const ownerRef = owner && refOf('owner', owner, 'group');
  const part = text?.toLowerCase();
  return entity =>
    (!domainRef || entity.domainRef === domainRef) &&
    (!productRef || entity.productRef === productRef) &&
    (!ownerRef || entity.ownerRef === ownerRef) &&
    (!part ||
      entity.entityRef.toLowerCase().includes(part) ||
      (entity.title?.toLowerCase().includes(part) ?? false));
}

/** Nobody learns whether what they asked of is not there or not for them to see. */
function noteOn({ domain, product, owner, text }: Query): string | undefined {
  const asked = [domain, product, owner].filter(Boolean);
  const of = `${asked.join(', ')}${text ? ' with that text' : ''}`;
  return asked.length > 0
    ? `You may see no Spark job of ${of}. Check the names: leave a filter out to see what there is.`
    : undefined;
}

function told({ entity, assessment, source, namespace, stale }: JobNow) {
  return {
    job: entity.entityRef,
    title: entity.title,
    domain: entity.domainRef,
    product: entity.productRef,
    owner: entity.ownerRef,
    cluster: source,
    namespace,
    ...verdictOf(assessment),
    stale: stale && `${stale.message} (since ${stale.since})`,
  };
}
