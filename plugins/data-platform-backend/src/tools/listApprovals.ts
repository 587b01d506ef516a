import { Tool, ToolDeps, Zod } from './Tool';

function input(z: Zod) {
  return z
    .object({
      role: z
        .enum(['toReview', 'requested', 'all'])
        .default('toReview')
        .describe(
          'toReview: what waits for your decision; requested: what you asked for; all: whatever you may see.',
        ),
      limit: z.number().int().min(1).max(100).default(20),
    })
    .strict();
}

function output(z: Zod) {
  return z.object({
    approvals: z.array(
      z.object({
        approvalId: z.string(),
        title: z.string().describe('What would be done.'),
        reason: z.string().describe('Why it needs approval.'),
        state: z.string(),
        requestedBy: z.string(),
        requestedAt: z.string(),
        approvers: z.array(z.string()).describe('Groups and users.'),
        pins: z.record(z.string()).describe('What was looked at.'),
        decidedBy: z.string().optional(),
        mayDecide: z.boolean(),
        mayNotDecide: z.string().optional(),
        link: z.string().optional().describe('Path in the portal.'),
      }),
    ),
    total: z.number().int().describe('Before the limit.'),
    toReview: z.number().int().describe('What waits for your decision.'),
  });
}

/** Requests for approval; people decide on the screen alone. */
export function listApprovals({
  approvals,
}: ToolDeps): Tool<ReturnType<typeof input>, ReturnType<typeof output>> {
  return {
    name: 'list-approvals',
    title: 'List approvals',
    description:
      'Lists requests for approval, by default those that wait for your decision: what would be done, who asks, and what was looked at. Deciding is left to the portal.',
    readOnly: true,
    input,
    output,
    async run({ role, limit }, { viewer }) {
      const page = await approvals.list({ role, limit, offset: 0 }, viewer);
      return {
        approvals: page.items.map(each => ({
          approvalId: each.id,
          title: each.title,
          reason: each.reason,
          state: each.state,
          requestedBy: each.requestedBy,
          requestedAt: each.requestedAt,
          approvers: each.approverRefs,
          pins: each.pins,
          decidedBy: each.decidedBy,
          mayDecide: each.mayDecide,
          mayNotDecide: each.mayNotDecide,
          link: each.link,
        })),
        total: page.total,
        toReview: page.toReview,
      };
    },
  };
}
