import {
  AssessContext,
  KubernetesObject,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { SparkScene } from '../../spark/assess/sparkPods';
import { servicePodTrouble } from '../../spark/assess/servicePod';
import { shortfallOf } from '../../pods/shortfall';
import { Verdict } from '../../verdicts/verdict';
import { amount } from '../../values/amount';
import { textAt } from '../../values/field';
import { plural } from '../../values/plain';
import { PodSize } from '../../spark/model/sparkSize';
import { LABEL_SPARK_ROLE } from '../../spark/names';
import { clusterOperator } from '../model/clusterOperator';
import { workerDemand } from '../model/clusterSize';
import { confOf } from '../model/sparkSize';
import { currentState } from '../model/stateHistory';
import { CONF_IMAGE } from '../names';

/** A StatefulSet makes its pods within seconds. */
const GRACE_MS = 60_000;

/** How a cluster does, by its master and its workers. */
export function judgeClusterPods(
  object: KubernetesObject,
  ctx: AssessContext,
): Verdict {
  const { spec, status } = object;
  const since = currentState(status)?.at ?? ctx.firstSeen;
  const vouched = ctx.complete?.includes('pods') ?? false;
  const image = confOf(spec, CONF_IMAGE);
  const scene: SparkScene = {
    operator: clusterOperator,
    image: { driver: image, executor: image },
    serviceAccount: {},
    events: ctx.events,
    ctx,
  };
  const masters = podsOf(ctx, 'master');
  const workers = podsOf(ctx, 'worker');
  const demand = workerDemand(spec);
  if (masters.length === 0) {
    return withoutMaster(ctx, since, vouched, workers.length);
  }
  const base = { scene, now: ctx.now };
  const master = servicePodTrouble({
    ...base,
    pod: masters[0],
    who: 'The master',
    noun: 'Master',
    role: 'driver',
  });
  if (master) {
    return master;
  }
  const running = workers.filter(isReady).length;
  const wanted = demand.min;
  const have = `The master runs with ${running} of ${plural(
    demand.scales ? demand.max : demand.initial,
    'worker',
  )}`;
  if (running >= wanted) {
    return {
      health: 'healthy',
      reason: 'Running',
      message: demand.scales
        ? `The master runs with ${plural(running, 'worker')} (${
            demand.min
          } to ${demand.max}).`
        : `${have}.`,
      since,
    };
  }
  const stuck = workers.find(
    pod => !isReady(pod) && ctx.now - pod.createdAt > GRACE_MS,
  );
  const trouble =
    stuck &&
    servicePodTrouble({
      ...base,
      pod: stuck,
      who: 'a worker',
      noun: 'Worker',
      role: 'executor',
    });
  if (trouble && trouble.health !== 'progressing') {
    return {
      ...trouble,
      health: running > 0 ? 'degraded' : trouble.health,
      message: `${have}: ${trouble.message}`,
    };
  }
  if (ctx.now - since <= GRACE_MS || !vouched) {
    return {
      health: 'progressing',
      reason: 'WorkersStarting',
      message: `${have}; the others are starting.`,
      since,
    };
  }
  return workersMissing(workers, ctx, have, since);
}

function withoutMaster(
  ctx: AssessContext,
  since: number,
  vouched: boolean,
  workers: number,
): Verdict {
  if (vouched && ctx.now - since > GRACE_MS) {
    return {
      health: 'failed',
      reason: 'MasterMissing',
      message: `There is no master pod${
        workers > 0
          ? `, so its ${plural(workers, 'worker')} can do nothing`
          : ''
      }: somebody deleted it, or the namespace refuses it.`,
      nextStep:
        "See the events of the StatefulSet of the master, and the namespace's quota.",
      since,
    };
  }
  return {
    health: 'progressing',
    reason: 'Submitted',
    message: 'The cluster is being made, and its master pod is awaited.',
    since,
  };
}

function workersMissing(
  workers: readonly PodEvidence[],
  ctx: AssessContext,
  have: string,
  since: number,
): Verdict {
  const refusal = shortfallOf(
    'worker',
    sizeOf(workers[0]),
    clusterOperator.settings.executor,
    ctx.quotas,
    ctx.limitRanges,
  );
  return {
    health: 'degraded',
    reason: 'WorkersMissing',
    message: refusal
      ? `${have}: ${refusal.clause}, so the others are probably refused.`
      : `${have}, and nothing that is known here explains why the others lack.`,
    nextStep: refusal
      ? 'Free what other work holds, ask for more quota, or use fewer workers.'
      : 'See the events of the StatefulSet of the workers.',
    since,
    ...(refusal && { evidence: [refusal.evidence] }),
  };
}

/** What a worker asks for: as much as the one that is there. Nothing but its pod is known of one that is not. */
function sizeOf(worker: PodEvidence | undefined): PodSize {
  return {
    cpu: amount(worker?.requests.cpu) ?? 0,
    memory: amount(worker?.requests.memory) ?? 0,
    memoryText: '',
    overheadFactor: 0,
  };
}

function podsOf(ctx: AssessContext, role: string): readonly PodEvidence[] {
  return ctx.pods.filter(
    ({ labels, deletingSince }) =>
      textAt(labels, LABEL_SPARK_ROLE) === role && deletingSince === undefined,
  );
}

function isReady({ containers }: PodEvidence): boolean {
  return containers.some(({ running }) => running !== undefined);
}
