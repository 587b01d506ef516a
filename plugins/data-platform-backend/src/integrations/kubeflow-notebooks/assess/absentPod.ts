import { EventEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { eventEvidence } from '../../pods/podEvidence';
import { podRefusal, Refusal, said } from '../../pods/podRefusal';
import { Asker, Shortfall, shortfallOf } from '../../pods/shortfall';
import { plain } from '../../values/plain';
import { NotebookServer } from '../model/server';
import { notPickedUp } from './notPickedUp';
import { objectEvidence, ServerVerdict } from './serverVerdict';
import { workspaceTold } from './workspaceTold';

const SERVER: Asker = {
  one: 'the server',
  each: 'the server',
  makeRoom: 'Stop other servers, or wait for runs to end',
  shrink: 'use a smaller server',
};
/** A StatefulSet makes its pod within a second. */
const SOON_MS = 60_000;
const REFUSED = 'FailedCreate';
const MADE = 'SuccessfulCreate';
/** The controller of generation 1 repeats events on the Notebook behind these words. */
const REISSUED = /^Reissued from \w+\/[\w.-]+: /;

/**
 * No pod, although one is asked for. A refused one leaves no trace in the object, which looks newborn for ever: the event on
 * its StatefulSet tells, and is repeated on the Notebook.
 */
export function judgeAbsentPod(server: NotebookServer): ServerVerdict {
  const refused = refusalOf(server);
  if (refused) {
    return judgeRefusal(server, refused);
  }
  if (!server.touched) {
    return notPickedUp(server);
  }
  const told = workspaceTold(server);
  if (told) {
    return told;
  }
  const { ctx, createdAt, podsVouched } = server;
  const since = sinceOf(server);
  const late = ctx.now - since > SOON_MS;
  const short = late && podsVouched ? shortfall(server) : undefined;
  if (short) {
    return {
      state: 'failed',
      health: 'degraded',
      reason: 'ServerRefused',
      message: `The server has no pod: ${short.clause}, so it is probably refused.`,
      nextStep: short.nextStep,
      since,
      evidence: [short.evidence, objectEvidence(server)],
    };
  }
  if (late && !podsVouched) {
    return {
      state: 'unknown',
      health: 'unknown',
      reason: 'PodUnknown',
      message:
        'Nobody can tell how the server is: the object says nothing of its pod, and pods cannot be read here.',
      nextStep: 'Ask the platform team to let the portal read pods.',
      evidence: [objectEvidence(server)],
    };
  }
  if (!late) {
    return {
      state: 'starting',
      health: 'progressing',
      reason: 'ServerStarting',
      message: 'The pod of the server is being made.',
      since: Math.max(since, createdAt),
      evidence: [objectEvidence(server)],
    };
  }
  const trouble = ctx.operator?.trouble;
  return {
    state: 'failed',
    health: 'degraded',
    reason: 'PodMissing',
    message: trouble
      ? `The server has no pod: ${trouble}.`
      : 'The server has no pod, and nothing that is known here explains why.',
    nextStep: trouble
      ? `Ask the platform team to bring the ${server.controller} back; the server starts by itself then.`
      : 'See its events, and ask the platform team about its StatefulSet.',
    since,
    evidence: [...eventEvidence(ctx.events), objectEvidence(server)],
  };
}

/** Since when it is to have a pod: a start leaves no time on the object, but the verdict before does. */
function sinceOf({ ctx, createdAt }: NotebookServer): number {
  const waits = /^(ServerStarting|ServerRefused|PodMissing)$/;
  const { previous } = ctx;
  const before = Date.parse(previous?.since ?? '');
  if (previous && waits.test(previous.reason) && !Number.isNaN(before)) {
    return before;
  }
  return previous ? ctx.now : Math.max(createdAt, ctx.firstSeen);
}

/** The newest refusal that no success has followed. */
function refusalOf({ ctx }: NotebookServer): EventEvidence | undefined {
  const last = (reason: string) =>
    ctx.events
      .filter(event => event.reason === reason)
      .sort((a, b) => b.lastAt - a.lastAt)[0];
  const refused = last(REFUSED);
  const made = last(MADE);
  return refused && (!made || made.lastAt < refused.lastAt)
    ? refused
    : undefined;
}

function judgeRefusal(
  server: NotebookServer,
  event: EventEvidence,
): ServerVerdict {
  const { namespace, settings, ctx } = server;
  const text = event.message.replace(REISSUED, '');
  const cause =
    podRefusal(text, {
      namespace,
      who: 'the server',
      others: 'other servers and runs',
      settings,
    }) ?? otherRefusal(text);
  const byQuota = cause.reason === 'QuotaExceeded';
  const short = byQuota ? shortfall(server) : undefined;
  if (byQuota && !short && hasRoom(server)) {
    return {
      state: 'starting',
      health: 'progressing',
      reason: 'QuotaHasRoom',
      message:
        'The quota refused the server, and has room for it now; the cluster tries again within minutes.',
      nextStep: 'Stop and start it if you do not want to wait.',
      sameCause: ['QuotaExceeded'],
      evidence: [...eventEvidence(ctx.events), objectEvidence(server)],
    };
  }
  return {
    state: 'failed',
    health: 'failed',
    reason: cause.reason,
    message: `The server cannot start: ${short?.clause ?? cause.clause}.`,
    nextStep: short?.nextStep ?? cause.nextStep,
    since: firstRefusal(ctx.events),
    sameCause: ['ServerStarting', 'ServerRefused', 'PodMissing', 'Created'],
    evidence: [
      ...eventEvidence(ctx.events, each => each.reason === REFUSED),
      ...(short ? [short.evidence] : []),
      objectEvidence(server),
    ],
  };
}

/** Nothing that is known of the quotas stands against it any more. */
function hasRoom({ ctx, generation }: NotebookServer): boolean {
  return (
    generation === 1 &&
    ctx.quotas.length > 0 &&
    (ctx.complete?.includes('quotas') ?? false)
  );
}

function firstRefusal(events: readonly EventEvidence[]): number {
  return Math.min(
    ...events
      .filter(event => event.reason === REFUSED)
      .map(event => event.firstAt),
  );
}

function otherRefusal(text: string): Refusal {
  return /is forbidden|denied/i.test(text)
    ? {
        reason: 'PodForbidden',
        clause: `a rule of the cluster does not allow its pod, ${said(
          text,
          /is forbidden|denied/i,
        )}`,
        nextStep: 'Ask the platform team which rule that is.',
      }
    : {
        reason: 'PodRefused',
        clause: `its pod is refused, and the cluster says: ${plain(text, 140)}`,
        nextStep: 'See its events, and ask the platform team.',
      };
}

/** What the quota or a LimitRange has against it now, computed. Nothing is asked for that is not known. */
function shortfall({
  ask,
  settings,
  ctx,
  generation,
}: NotebookServer): Shortfall | undefined {
  return generation === 1
    ? shortfallOf(SERVER, ask, settings, ctx.quotas, ctx.limitRanges)
    : undefined;
}
