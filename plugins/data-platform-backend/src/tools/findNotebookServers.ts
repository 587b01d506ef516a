import { MAX_REF, refOf } from './refOf';
import { Tool, ToolDeps, Zod } from './Tool';
import { verdictOf, verdictShape } from './verdictShape';

function input(z: Zod) {
  return z
    .object({
      domain: z
        .string()
        .min(1)
        .max(MAX_REF)
        .optional()
        .describe('Name or entity ref of a data domain.'),
      mine: z
        .boolean()
        .optional()
        .describe('Only those that were made for you or a group of yours.'),
      text: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .describe('Part of the name, owner, image or sentence.'),
      sort: z
        .enum(['idle', 'gpu', 'cost', 'name'])
        .default('idle')
        .describe('What comes first: idle is the longest idle.'),
      limit: z.number().int().min(1).max(100).default(20),
    })
    .strict();
}

function output(z: Zod) {
  const hours = z.object({
    cpu: z.number(),
    memoryGib: z.number(),
    gpu: z.number(),
  });
  return z.object({
    servers: z.array(
      z.object({
        resourceId: z.string().describe('What operations act on.'),
        name: z.string(),
        entity: z.string().optional().describe('Entity ref.'),
        cluster: z.string(),
        namespace: z.string().optional(),
        owner: z.string().optional(),
        state: z.string(),
        idleSince: z
          .string()
          .optional()
          .describe('Last activity; only while it runs and that is known.'),
        gpu: z.object({ key: z.string(), count: z.number() }).optional(),
        hours: hours.optional().describe('Resource-hours since its start.'),
        cost: z.number().optional().describe('Since its start.'),
        ...verdictShape(z),
      }),
    ),
    total: z.number().int().describe('Servers that match, before the limit.'),
    idleGpus: z.number().int().describe('GPUs that idle servers hold.'),
    currency: z.string().optional(),
    warming: z
      .boolean()
      .describe('The clusters are still being read: an empty answer is none.'),
  });
}

/** Notebook servers that the person may see, the longest idle first. */
export function findNotebookServers(
  deps: ToolDeps,
): Tool<ReturnType<typeof input>, ReturnType<typeof output>> {
  const { notebooks, sources, index } = deps;
  return {
    name: 'find-notebook-servers',
    title: 'Find notebook servers',
    description:
      'Lists notebook servers (Kubeflow Notebooks and Workspaces) that you may see: how each is and why, since when nobody uses it, and the GPUs it holds. The longest idle first.',
    readOnly: true,
    input,
    output,
    async run({ domain, mine, text, sort, limit }, { viewer }) {
      const page = notebooks.servers.list(
        {
          ...(domain && { domainRef: refOf('domain', domain, 'domain') }),
          mine,
          q: text,
          sort,
          limit,
          offset: 0,
        },
        viewer,
      );
      return {
        servers: page.items.map(({ resource, ...server }) => ({
          resourceId: resource.id,
          name: resource.name,
          entity: server.entityRef,
          cluster: resource.source,
          namespace: resource.namespace,
          owner: server.owner,
          state: server.state,
          idleSince: server.idleSince,
          gpu: server.gpu,
          hours: server.hours,
          cost: server.cost,
          ...verdictOf(resource.assessment),
        })),
        total: page.total,
        idleGpus: page.totals.idleGpus,
        currency: page.currency,
        warming: sources.warming() || index.settling,
      };
    },
  };
}
