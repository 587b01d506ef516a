import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  ContainerEvidence,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { capOptional, capText } from './capText';
import { wireTime } from './wireTime';

/** Labels that tell the part a pod plays, of the systems that we know. */
const ROLE_LABELS = [
  'spark-role',
  'training.kubeflow.org/replica-type',
  'app.kubernetes.io/component',
];
const MAX_PODS = 200;

/** The pods of an object as the screens list them: driver first, then by age; those that vanished are marked. */
export function podSummaries(
  ctx: Pick<AssessContext, 'pods' | 'gonePods'>,
): PodSummary[] {
  const all = [
    ...ctx.pods.map(pod => ({ pod, gone: false })),
    ...(ctx.gonePods ?? []).map(pod => ({ pod, gone: true })),
  ];
  const summaries = all.map(({ pod, gone }) => podSummary(pod, gone));
  return summaries
    .sort(
      (a, b) =>
        Number(b.role === 'driver') - Number(a.role === 'driver') ||
        compare(a.createdAt ?? '', b.createdAt ?? '') ||
        compare(a.name, b.name),
    )
    .slice(0, MAX_PODS);
}

function podSummary(pod: PodEvidence, gone: boolean): PodSummary {
  const ended = worstEnded(pod.containers);
  const waiting = pod.containers.find(each => each.waiting)?.waiting;
  const times = pod.containers.map(
    each => each.running ?? each.terminated ?? each.lastTerminated,
  );
  const started = times.map(time => time?.startedAt).filter(isNumber);
  const finished = pod.containers
    .map(each => each.terminated?.finishedAt)
    .filter(isNumber);
  const cause =
    (ended?.exitCode ?? 0) !== 0
      ? ended
      : waiting ?? pod.unschedulable ?? ended;
  return {
    name: capText(pod.name, 253),
    role: roleOf(pod),
    phase: capText(pod.phase || 'Unknown', 50),
    reason: capOptional(pod.reason ?? cause?.reason, 200),
    message: capOptional(pod.message ?? cause?.message, 1000),
    exitCode: ended?.exitCode,
    restarts: pod.containers.reduce((sum, each) => sum + each.restarts, 0),
    node: pod.node,
    createdAt: wireTime(pod.createdAt),
    startedAt: started.length ? wireTime(Math.min(...started)) : undefined,
    finishedAt:
      finished.length > 0 && finished.length === pod.containers.length
        ? wireTime(Math.max(...finished))
        : undefined,
    containers: pod.containers.map(each => each.name),
    gone: gone ? true : undefined,
  };
}

function roleOf(pod: PodEvidence): string {
  const label = ROLE_LABELS.find(each => pod.labels[each]);
  return label ? capText(pod.labels[label], 63) : 'pod';
}

/** The end that tells most: the first that failed, else the first. */
function worstEnded(containers: readonly ContainerEvidence[]) {
  const ends = containers
    .map(each => each.terminated ?? each.lastTerminated)
    .filter(end => end !== undefined);
  return ends.find(end => end.exitCode !== 0) ?? ends[0];
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
