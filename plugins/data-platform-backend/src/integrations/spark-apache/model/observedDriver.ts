import {
  ContainerEvidence,
  PodEvidence,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  countAt,
  field,
  flagAt,
  numberAt,
  textAt,
  timeAt,
} from '../../values/field';
import { LABEL_SPARK_ROLE } from '../../spark/names';

/**
 * The driver's pod as the operator recorded it in `lastObservedDriverStatus`: what is left of it once it is deleted.
 * @param status - a PodStatus
 */
export function observedDriver(
  status: unknown,
  pod: { name: string; namespace: string; createdAt: number },
): PodEvidence | undefined {
  const containers = listAt(status, 'containerStatuses').flatMap(
    each => containerOf(each) ?? [],
  );
  const phase = textAt(status, 'phase');
  if (phase === undefined && containers.length === 0) {
    return undefined;
  }
  const unscheduled = listAt(status, 'conditions').find(
    condition =>
      textAt(condition, 'type') === 'PodScheduled' &&
      textAt(condition, 'status') === 'False',
  );
  return {
    ...pod,
    uid: '',
    labels: { [LABEL_SPARK_ROLE]: 'driver' },
    ownerUids: [],
    phase: phase ?? 'Unknown',
    createdAt: timeAt(status, 'startTime') ?? pod.createdAt,
    ...textsOf(status),
    ...(unscheduled !== undefined && {
      unschedulable: {
        reason: textAt(unscheduled, 'reason') ?? 'Unschedulable',
        message: textAt(unscheduled, 'message') ?? '',
        since: timeAt(unscheduled, 'lastTransitionTime') ?? pod.createdAt,
      },
    }),
    containers,
    requests: {},
  };
}

function containerOf(status: unknown): ContainerEvidence | undefined {
  const name = textAt(status, 'name');
  if (name === undefined) {
    return undefined;
  }
  const waiting = field(status, 'state', 'waiting');
  const startedAt = timeAt(status, 'state', 'running', 'startedAt');
  const terminated = endOf(field(status, 'state', 'terminated'));
  const image = textAt(status, 'image');
  return {
    name,
    ...(image && { image }),
    ready: flagAt(status, 'ready'),
    restarts: countAt(status, 'restartCount') ?? 0,
    ...(waiting !== undefined && {
      waiting: {
        reason: textAt(waiting, 'reason') ?? '',
        message: textAt(waiting, 'message'),
      },
    }),
    ...(startedAt !== undefined && { running: { startedAt } }),
    ...(terminated && { terminated }),
    limits: {},
  };
}

function endOf(state: unknown): TerminatedEvidence | undefined {
  const exitCode = numberAt(state, 'exitCode');
  return exitCode === undefined
    ? undefined
    : {
        exitCode,
        signal: numberAt(state, 'signal'),
        ...textsOf(state),
        startedAt: timeAt(state, 'startedAt'),
        finishedAt: timeAt(state, 'finishedAt'),
      };
}

function textsOf(value: unknown): { reason?: string; message?: string } {
  const reason = textAt(value, 'reason');
  const message = textAt(value, 'message');
  return { ...(reason && { reason }), ...(message && { message }) };
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}
