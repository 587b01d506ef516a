import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  Approval,
  Operation,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { PlatformServices } from '../PlatformCalls';
import { callsOf, runOperation } from '../runOperation';

/** What became of a merge. */
export type Merged = { operation?: Operation } | { asked: Approval };

/**
 * Merges; where others have to allow it first, asks them.
 * @throws the operation's own sentence when it is refused for another reason, or fails
 */
export async function mergeOrAsk(
  ctx: ActionContext<any, any>,
  services: PlatformServices,
  request: OperationRequest,
): Promise<Merged> {
  try {
    const { operation } = await runOperation(ctx, services, request);
    return { operation };
  } catch (error) {
    const calls = await callsOf(ctx, services);
    // Told apart by the plan: a merge that failed half-way has the leave that it needs, or needs none.
    const plan = await calls.plan(request).catch(() => undefined);
    const state = plan?.approval?.state;
    const others = plan?.findings.some(
      ({ level, code }) => level === 'error' && code !== 'ApprovalNeeded',
    );
    if (!state || state === 'approved' || others) throw error;
    return { asked: await calls.askApproval(request) };
  }
}
