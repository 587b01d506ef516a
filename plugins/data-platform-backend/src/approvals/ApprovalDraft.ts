import { InputError } from '@backstage/errors';
import {
  OperationRequest,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-common';
import { randomUUID } from 'node:crypto';
import { PlannedStep } from '../operations/definition';
import { OperationRefusedError } from '../operations/OperationRefusedError';
import { Planner } from '../operations/Planner';
import { CallStep } from '../operations/systems/CallStep';
import { Caller } from '../operations/types';
import { ApprovalRecord } from './ApprovalRecord';
import { APPROVAL_NEEDED } from './standingOf';

/** Of a request, as JSON. */
const MOST_CHARACTERS = 20_000;

/** What would be asked for, before anybody is asked. */
export type ApprovalDraft = Omit<
  ApprovalRecord,
  'id' | 'requestedBy' | 'requestedAt' | 'state' | 'commentCount'
>;

/**
 * Plans what is asked for, as the person who asks: who may not do it, or could not even with leave, has nothing to ask.
 * @throws InputError, NotAllowedError, NotFoundError, OperationRefusedError
 */
export async function draftApproval(
  planner: Pick<Planner, 'prepare'>,
  given: OperationRequest,
  caller: Caller,
  signal: AbortSignal,
): Promise<ApprovalDraft> {
  // Each start has a key of its own.
  const { idempotencyKey: _, ...request } = given;
  if (JSON.stringify(request).length > MOST_CHARACTERS) {
    throw new InputError(
      `request: it is kept with the approval, so it has at most ${MOST_CHARACTERS} characters.`,
    );
  }
  const { planned } = await planner.prepare(
    request,
    caller,
    randomUUID(),
    signal,
  );
  const { approval, title, entityRef } = planned;
  const others = planned.findings.filter(
    ({ level, code }) => level === 'error' && code !== APPROVAL_NEEDED,
  );
  if (others.length > 0) throw new OperationRefusedError(title, others);
  if (!approval) {
    throw new InputError(
      `${title}: ${refTitle(
        caller.actor.userRef,
      )} may start it without asking anybody.`,
    );
  }
  const { resourceId } = request;
  return {
    operation: request.operation,
    title,
    request,
    reason: approval.reason,
    about: approval.about,
    pins: approval.pins,
    calls: planned.steps.filter(isCall).map(({ verb: _verb, ...call }) => call),
    ...(resourceId && { resourceId }),
    belongs: approval.belongs,
    ...(entityRef && { entityRef }),
    approverRefs: approval.approverRefs,
    ...(approval.link && { link: approval.link }),
  };
}

function isCall(step: PlannedStep): step is CallStep {
  return step.verb === 'call';
}
