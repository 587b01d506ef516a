import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { judgeDeletion } from '../../verdicts/deletion';
import { judgeExecutorFailures } from '../../spark/assess/executorFailures';
import { judgeMissingExecutors } from '../../spark/assess/missingExecutors';
import { notPickedUp, PICK_UP_MS } from '../../spark/assess/notPickedUp';
import { countExecutors } from '../../spark/assess/running';
import { servicePodTrouble } from '../../spark/assess/servicePod';
import { shortfallOf } from '../../pods/shortfall';
import { at, toAssessment, Verdict } from '../../verdicts/verdict';
import { unknownState } from '../../verdicts/unknownState';
import { timeAt } from '../../values/field';
import { plural } from '../../values/plain';
import { PodSize } from '../../spark/model/sparkSize';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { CONNECT_STATES, SPARK_CONNECT } from './connectNames';
import { connectSession } from './connectSession';

/** The operator sizes the server's JVM, not its pod: what that asks for stands in its template, if anywhere. */
const UNSIZED: PodSize = {
  cpu: 0,
  memory: 0,
  memoryText: '',
  overheadFactor: 0,
};
/** A pod that was deleted is made anew within seconds. */
const REMAKE_MS = 60_000;

/** The verdict on a SparkConnect. The operator never says that it failed, so the server's pod is what tells. */
export function assessSparkConnect(
  object: KubernetesObject,
  ctx: AssessContext,
): Assessment {
  const session = connectSession(object, ctx);
  const verdict = judge(session);
  return toAssessment(
    {
      ...verdict,
      evidence: [
        ...(verdict.evidence ?? []),
        {
          kind: 'object',
          subject: `${SPARK_CONNECT} ${session.name}`,
          reason: session.state || 'no state',
          message: 'The object says no more than its state',
          ...at(timeAt(object.status, 'lastUpdateTime')),
        },
      ],
    },
    ctx,
  );
}

function judge(session: SparkAttempt): Verdict {
  const { object, now, state, driver } = session;
  const deletingSince = timeAt(object.metadata, 'deletionTimestamp');
  if (deletingSince !== undefined) {
    return judgeDeletion(object, deletingSince, now);
  }
  if (!(CONNECT_STATES as readonly string[]).includes(state)) {
    return unknownState(state);
  }
  if (driver) {
    return judgeServer(session, driver);
  }
  return state === '' ? judgeFresh(session) : judgeWithoutServer(session);
}

function judgeServer(
  session: SparkAttempt,
  pod: NonNullable<SparkAttempt['driver']>,
): Verdict {
  const { now } = session;
  const trouble = servicePodTrouble({
    scene: session,
    pod,
    who: 'The Connect server',
    noun: 'Server',
    role: 'driver',
    now,
  });
  if (trouble) {
    return trouble;
  }
  const startedAt = session.driverStartedAt ?? pod.createdAt;
  const counts = countExecutors(session.executors);
  return (
    judgeExecutorFailures(session, counts) ??
    judgeMissingExecutors(session, counts, startedAt) ?? {
      health: 'healthy',
      reason: 'Ready',
      message: `Ready for clients, with ${plural(counts.running, 'executor')}.`,
      since: startedAt,
    }
  );
}

function judgeWithoutServer({
  state,
  ctx,
  now,
  object,
}: SparkAttempt): Verdict {
  const since = timeAt(object.status, 'lastUpdateTime');
  const vouched = ctx.complete?.includes('pods') ?? false;
  if (state === 'Failed') {
    return {
      health: 'failed',
      reason: 'Failed',
      message: 'The Connect server has failed, and its pod is gone.',
      nextStep: 'See the events of the object, then make it again.',
      since,
    };
  }
  if (vouched && since !== undefined && now - since > REMAKE_MS) {
    return {
      health: 'failed',
      reason: 'ServerMissing',
      message:
        'There is no Connect server: its pod is gone, and the operator has not made another one.',
      nextStep:
        "Ask the platform team whether the Spark operator is running, and see the namespace's quota.",
      since,
    };
  }
  return {
    health: 'progressing',
    reason: 'ServerStarting',
    message: 'The pod of the Connect server is awaited.',
    since,
  };
}

/** The operator writes no state as long as it cannot make the server. */
function judgeFresh(session: SparkAttempt): Verdict {
  const { createdAt, now, namespace, ctx, operator } = session;
  if (now - createdAt <= PICK_UP_MS) {
    return {
      health: 'progressing',
      reason: 'Created',
      message: 'Created, and waiting for the Spark operator to pick it up.',
      since: createdAt,
    };
  }
  if (!session.image.driver) {
    return {
      health: 'failed',
      reason: 'ImageMissing',
      message:
        'The operator cannot make the Connect server: no image is named, unless a pod template does.',
      nextStep: 'Set `spec.image`.',
      since: createdAt,
    };
  }
  const refusal = shortfallOf(
    'server',
    UNSIZED,
    operator.settings.driver,
    ctx.quotas,
    ctx.limitRanges,
  );
  if (refusal) {
    return {
      health: 'degraded',
      reason: 'ServerRefused',
      message: `The operator has not made the Connect server: ${refusal.clause}, so it is probably refused.`,
      nextStep: refusal.nextStep,
      since: createdAt,
      sameCause: ['NotPickedUp'],
      evidence: [refusal.evidence],
    };
  }
  return {
    ...notPickedUp(namespace, createdAt, ctx, operator.namespacesSetting),
    since: createdAt,
    sameCause: ['ServerRefused'],
  };
}
