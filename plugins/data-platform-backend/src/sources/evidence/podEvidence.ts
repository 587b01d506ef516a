import { isGpuKey } from '@millrace/backstage-plugin-data-platform-common';
import {
  ContainerEvidence,
  PodEvidence,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { integer, list, record, text, texts, time } from '../fields';
import { quantity, sumQuantities } from './quantity';

/** Messages of containers are written by programs; a verdict needs a sentence of them. */
const MAX_MESSAGE = 1024;

/** Reduces a pod to what verdicts need; environment, volumes, annotations and arguments stay outside. */
export function podEvidence(raw: unknown): PodEvidence | undefined {
  const pod = record(raw);
  const meta = record(pod.metadata);
  const name = text(meta.name);
  const namespace = text(meta.namespace);
  const uid = text(meta.uid);
  if (!name || !namespace || !uid) {
    return undefined;
  }
  const spec = record(pod.spec);
  const status = record(pod.status);
  return {
    name,
    namespace,
    uid,
    labels: texts(meta.labels),
    ownerUids: list(meta.ownerReferences).flatMap(
      owner => text(record(owner).uid) ?? [],
    ),
    phase: text(status.phase) ?? 'Unknown',
    node: text(spec.nodeName),
    createdAt: time(meta.creationTimestamp) ?? 0,
    deletingSince: time(meta.deletionTimestamp),
    reason: text(status.reason),
    message: message(status.message),
    unschedulable: unschedulable(status),
    containers: containers(spec, status),
    requests: {
      cpu: sumOf(spec, 'cpu'),
      memory: sumOf(spec, 'memory'),
      ...gpusOf(spec),
    },
  };
}

function unschedulable(
  status: Record<string, unknown>,
): PodEvidence['unschedulable'] {
  const condition = list(status.conditions)
    .map(record)
    .find(each => each.type === 'PodScheduled' && each.status === 'False');
  return (
    condition && {
      reason: text(condition.reason) ?? 'Unschedulable',
      message: message(condition.message) ?? '',
      since: time(condition.lastTransitionTime) ?? 0,
    }
  );
}

/** Containers by the spec, each with its status; init containers last, as they rarely tell the outcome. */
function containers(
  spec: Record<string, unknown>,
  status: Record<string, unknown>,
): ContainerEvidence[] {
  return [
    ...pair(spec.containers, status.containerStatuses),
    ...pair(spec.initContainers, status.initContainerStatuses),
  ];
}

function pair(specs: unknown, statuses: unknown): ContainerEvidence[] {
  const byName = new Map(
    list(statuses).map(each => [text(record(each).name), record(each)]),
  );
  return list(specs).flatMap(each => {
    const spec = record(each);
    const name = text(spec.name);
    return name ? [container(name, spec, byName.get(name) ?? {})] : [];
  });
}

function container(
  name: string,
  spec: Record<string, unknown>,
  status: Record<string, unknown>,
): ContainerEvidence {
  const state = record(status.state);
  const waitingReason = text(record(state.waiting).reason);
  const startedAt = time(record(state.running).startedAt);
  const limits = record(record(spec.resources).limits);
  return {
    name,
    image: text(spec.image),
    ready: status.ready === true,
    restarts: integer(status.restartCount) ?? 0,
    waiting: waitingReason
      ? {
          reason: waitingReason,
          message: message(record(state.waiting).message),
        }
      : undefined,
    running: startedAt === undefined ? undefined : { startedAt },
    terminated: terminated(state.terminated),
    lastTerminated: terminated(record(status.lastState).terminated),
    limits: { cpu: quantity(limits.cpu), memory: quantity(limits.memory) },
  };
}

function terminated(value: unknown): TerminatedEvidence | undefined {
  const state = record(value);
  const exitCode = integer(state.exitCode);
  if (exitCode === undefined) {
    return undefined;
  }
  return {
    exitCode,
    signal: integer(state.signal),
    reason: text(state.reason),
    message: message(state.message),
    startedAt: time(state.startedAt),
    finishedAt: time(state.finishedAt),
  };
}

function message(value: unknown): string | undefined {
  return text(value)?.slice(0, MAX_MESSAGE);
}

function sumOf(
  spec: Record<string, unknown>,
  resource: 'cpu' | 'memory',
): string | undefined {
  return sumQuantities(
    list(spec.containers).map(each =>
      quantity(record(record(record(each).resources).requests)[resource]),
    ),
    resource,
  );
}

/** Resources such as `nvidia.com/gpu` and `amd.com/gpu`; a request is always as high as the limit. */
function gpusOf(
  spec: Record<string, unknown>,
): Pick<PodEvidence['requests'], 'gpu' | 'gpuKey'> {
  const limits = list(spec.containers).flatMap(each =>
    Object.entries(record(record(record(each).resources).limits)).filter(
      ([name]) => isGpuKey(name),
    ),
  );
  return limits.length > 0
    ? {
        gpu: sumQuantities(
          limits.map(([, count]) => quantity(count)),
          'memory',
        ),
        gpuKey: limits[0][0],
      }
    : { gpu: undefined };
}
