import type { KubeObject } from '../../types';
import { timestamp } from '../../clock/timestamps';
import { containerNames, podStatus, type PodCondition } from './PodStatus';

/** Where the node stands with a pod; each has its own set of conditions. */
export type PodStage =
  | 'unschedulable'
  | 'scheduled'
  | 'creating'
  | 'sandboxed'
  | 'running'
  | 'completed'
  | 'failed'
  | 'cleaned-completed'
  | 'cleaned-failed';

type Draft = Pick<PodCondition, 'type' | 'status' | 'reason' | 'message'>;

const yes = (type: string, reason?: string): Draft => ({
  type,
  status: 'True',
  reason,
});
const no = (type: string, reason?: string, message?: string): Draft => ({
  type,
  status: 'False',
  reason,
  message,
});

/** A readiness gate whose condition nobody has set: the pod runs and is not ready. */
function closedGate(pod: KubeObject): string | undefined {
  const open = new Set(
    (podStatus(pod).conditions ?? [])
      .filter(({ status }) => status === 'True')
      .map(({ type }) => type),
  );
  const gates: { conditionType: string }[] = pod.spec?.readinessGates ?? [];
  return gates.find(gate => !open.has(gate.conditionType))?.conditionType;
}

function drafts(pod: KubeObject, stage: PodStage, message?: string): Draft[] {
  if (stage === 'unschedulable') {
    return [no('PodScheduled', 'Unschedulable', message)];
  }
  if (stage === 'scheduled') return [yes('PodScheduled')];
  const sandbox =
    stage === 'creating' || stage.startsWith('cleaned-')
      ? no('PodReadyToStartContainers')
      : yes('PodReadyToStartContainers');
  if (stage === 'creating' || stage === 'sandboxed') {
    const unready = `containers with unready status: [${containerNames(
      pod,
    ).join(' ')}]`;
    return [
      sandbox,
      yes('Initialized'),
      no('Ready', 'ContainersNotReady', unready),
      no('ContainersReady', 'ContainersNotReady', unready),
      yes('PodScheduled'),
    ];
  }
  if (stage === 'running') {
    const gate = closedGate(pod);
    return [
      sandbox,
      yes('Initialized'),
      gate
        ? no(
            'Ready',
            'ReadinessGatesNotReady',
            `corresponding condition of pod readiness gate "${gate}" does not exist.`,
          )
        : yes('Ready'),
      yes('ContainersReady'),
      yes('PodScheduled'),
    ];
  }
  const completed = stage.endsWith('completed');
  const reason = completed ? 'PodCompleted' : 'PodFailed';
  return [
    sandbox,
    yes('Initialized', completed ? reason : undefined),
    no('Ready', reason),
    no('ContainersReady', reason),
    yes('PodScheduled'),
  ];
}

/** The conditions of a pod in a stage; a condition that keeps its status keeps its time. */
export function podConditions(
  pod: KubeObject,
  stage: PodStage,
  now: number,
  message?: string,
): PodCondition[] {
  const before = podStatus(pod).conditions ?? [];
  return drafts(pod, stage, message).map(draft => {
    const old = before.find(({ type }) => type === draft.type);
    return {
      type: draft.type,
      observedGeneration: pod.metadata.generation ?? 1,
      status: draft.status,
      lastProbeTime: null,
      lastTransitionTime:
        old?.status === draft.status ? old.lastTransitionTime : timestamp(now),
      ...(draft.reason ? { reason: draft.reason } : {}),
      ...(draft.message ? { message: draft.message } : {}),
    };
  });
}
