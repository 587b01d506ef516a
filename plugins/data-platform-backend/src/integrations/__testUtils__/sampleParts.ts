import {
  AssessContext,
  ClaimEvidence,
  ContainerEvidence,
  EventEvidence,
  PodEvidence,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  contextOf,
  TEST_NOW,
} from '@millrace/backstage-plugin-data-platform-node/testUtils';

/** Labels of a pod that is written in short. */
export type LabelsOf = (short: any) => Record<string, string>;

/** The context of an object, with its evidence written in short. */
export function sampleContext(
  object: any,
  short: any,
  labelsOf: LabelsOf,
): AssessContext {
  const pods = (all: any[] = []) => all.map(pod => samplePod(pod, labelsOf));
  return contextOf({
    firstSeen: time(object.metadata.creationTimestamp) ?? TEST_NOW,
    ...short,
    ...(short.lastActivity && { lastActivity: time(short.lastActivity)! }),
    pods: pods(short.pods),
    gonePods: pods(short.gonePods),
    events: (short.events ?? []).map(sampleEvent),
    quotas: namespaced(short.quotas),
    limitRanges: namespaced(short.limitRanges),
    claims: (short.claims ?? []).map(sampleClaim),
    children: (short.children ?? []).map((child: any) => ({
      kind: 'SparkApplication',
      uid: child.name,
      createdAt: time(child.at) ?? TEST_NOW,
      ...child,
      assessment: {
        evidence: [],
        remedies: [],
        message: 'Told elsewhere.',
        ...child.assessment,
      },
    })),
  });
}

/** A pod, written in short: `role`, `start`, `end`, `waiting`, `limit`, `unschedulable`, and fields of the evidence. */
function samplePod(short: any, labelsOf: LabelsOf): PodEvidence {
  const {
    role,
    start,
    end,
    lastEnd,
    waiting,
    limit,
    unschedulable,
    container: containerName = `spark-kubernetes-${role}`,
    image = 'registry.example/etl:1.4.2',
    sidecars = [],
    ready = start !== undefined && !end,
    restarts = 0,
    ...rest
  } = short;
  const container: ContainerEvidence = {
    name: containerName,
    image,
    ready,
    restarts,
    limits: limit ? { memory: limit } : {},
    ...(waiting && { waiting }),
    ...(start && !end && { running: { startedAt: time(start)! } }),
    ...(end && { terminated: sampleEnd(end, start) }),
    ...(lastEnd && { lastTerminated: sampleEnd(lastEnd, start) }),
  };
  const name = rest.name ?? `orders-daily-${role}`;
  return {
    uid: `uid-${name}`,
    namespace: 'sales',
    ownerUids: [],
    phase: start ? 'Running' : 'Pending',
    requests: {},
    ...rest,
    name,
    createdAt: time(rest.createdAt) ?? time('11:40:02')!,
    ...(rest.deletingSince && { deletingSince: time(rest.deletingSince)! }),
    ...(start && { node: 'node-1' }),
    ...(unschedulable && {
      unschedulable: {
        reason: 'Unschedulable',
        ...unschedulable,
        since: time(unschedulable.since)!,
      },
    }),
    labels: labelsOf(short),
    containers: [container, ...sidecars],
  };
}

function sampleEnd(end: any, start: string | undefined): TerminatedEvidence {
  return {
    exitCode: end.code,
    reason: end.reason ?? (end.code === 0 ? 'Completed' : 'Error'),
    startedAt: time(end.start ?? start),
    finishedAt: time(end.at),
    ...(end.message && { message: end.message }),
  };
}

/** A warning about a pod, written in short. */
function sampleEvent(short: any): EventEvidence {
  const at = time(short.at) ?? TEST_NOW;
  const pod = short.pod ?? 'orders-daily-driver';
  return {
    uid: `event-${short.reason}-${pod}`,
    type: 'Warning',
    count: 1,
    firstAt: time(short.first) ?? at,
    lastAt: at,
    involved: { kind: 'Pod', name: pod, namespace: 'sales', uid: `uid-${pod}` },
    ...short,
  };
}

/** A claim, written in short. It is bound unless its phase says otherwise. */
function sampleClaim(short: any): ClaimEvidence {
  return {
    namespace: 'sales',
    uid: `uid-${short.name}`,
    phase: 'Bound',
    storageClass: 'standard',
    requested: '10Gi',
    accessModes: ['ReadWriteOnce'],
    ...short,
    createdAt: time(short.createdAt ?? '11:30:00')!,
  };
}

/** Quotas or limit ranges, written in short. */
function namespaced(items: any[] = []): any[] {
  return items.map(item => ({
    namespace: 'sales',
    name: 'domain',
    used: {},
    ...item,
  }));
}

/** `11:40:02` is that time of the day of the samples. */
export function time(text: string | undefined): number | undefined {
  return text === undefined
    ? undefined
    : Date.parse(text.includes('T') ? text : `2026-11-22T${text}Z`);
}

/** A copy of `base` with the fields of `over` in place of its own, at any depth. */
export function merge(base: any, over: any): any {
  if (
    typeof base !== 'object' ||
    typeof over !== 'object' ||
    !base ||
    !over ||
    Array.isArray(over)
  ) {
    return over;
  }
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    merged[key] = key in base ? merge(base[key], value) : value;
  }
  return merged;
}
