import {
  KubernetesObject,
  PodEvidence,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { field, numberAt, textAt, timeAt } from '../../values/field';

/**
 * The pod that the status of a Notebook tells of: the controller copies its conditions and the state of one container.
 * For clusters where pods cannot be read; nothing is known of restarts then. Undefined while there is none.
 */
export function toldPod(
  object: KubernetesObject,
  name: string,
  namespace: string,
): PodEvidence | undefined {
  const { status, metadata } = object;
  const conditions = field(status, 'conditions');
  const all: readonly unknown[] = Array.isArray(conditions) ? conditions : [];
  const state = field(status, 'containerState');
  const startedAt = timeAt(state, 'running', 'startedAt');
  const waiting = textAt(state, 'waiting', 'reason');
  const terminated = endOf(field(state, 'terminated'));
  const ready = all.some(
    each =>
      textAt(each, 'type') === 'Ready' && textAt(each, 'status') === 'True',
  );
  if (all.length === 0 && !startedAt && !waiting && !terminated) {
    return undefined;
  }
  const unscheduled = all.find(
    each =>
      textAt(each, 'type') === 'PodScheduled' &&
      textAt(each, 'status') === 'False',
  );
  const createdAt = timeAt(metadata, 'creationTimestamp') ?? 0;
  // On a reconcile without a change the controller leaves the container's state empty: the conditions say that it runs.
  const running =
    startedAt ?? (ready && !waiting && !terminated ? readyAt(all) : undefined);
  return {
    name: `${name}-0`,
    namespace,
    uid: '',
    labels: {},
    ownerUids: [],
    phase: running === undefined ? 'Pending' : 'Running',
    createdAt,
    ...(unscheduled !== undefined && {
      unschedulable: {
        reason: textAt(unscheduled, 'reason') ?? 'Unschedulable',
        message: textAt(unscheduled, 'message') ?? '',
        since: timeAt(unscheduled, 'lastTransitionTime') ?? createdAt,
      },
    }),
    ...(unscheduled === undefined && { node: 'unknown' }),
    containers: [
      {
        name,
        ready,
        restarts: 0,
        limits: {},
        ...(waiting && {
          waiting: {
            reason: waiting,
            message: textAt(state, 'waiting', 'message'),
          },
        }),
        ...(running !== undefined && { running: { startedAt: running } }),
        ...(terminated && { terminated }),
      },
    ],
    requests: {},
  };
}

function readyAt(conditions: readonly unknown[]): number | undefined {
  return timeAt(
    conditions.find(each => textAt(each, 'type') === 'Ready'),
    'lastTransitionTime',
  );
}

function endOf(state: unknown): TerminatedEvidence | undefined {
  const exitCode = numberAt(state, 'exitCode');
  return exitCode === undefined
    ? undefined
    : {
        exitCode,
        signal: numberAt(state, 'signal'),
        reason: textAt(state, 'reason'),
        message: textAt(state, 'message'),
        startedAt: timeAt(state, 'startedAt'),
        finishedAt: timeAt(state, 'finishedAt'),
      };
}
