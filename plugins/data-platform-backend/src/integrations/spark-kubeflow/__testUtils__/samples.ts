import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import {
  AssessContext,
  ContainerEvidence,
  EventEvidence,
  KubernetesObject,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  contextOf,
  TEST_NOW,
} from '@millrace/backstage-plugin-data-platform-node/testUtils';

/** One state of an object with its evidence. Read from the YAML files in `__fixtures__`; the verdicts expected stand in `expected/` there. */
export interface Sample {
  title: string;
  object: KubernetesObject;
  context: AssessContext;
}

const SUBMISSION = 'sub-1';
const FILES = {
  SparkApplication: ['starting', 'running', 'ended', 'between'],
  ScheduledSparkApplication: ['schedule'],
} as const;

/** All samples of a kind. Pods, events and objects are written in short there and completed here. */
export function samplesOf(kind: keyof typeof FILES): readonly Sample[] {
  return FILES[kind].flatMap(file => {
    const text = readFileSync(
      resolve(__dirname, `../__fixtures__/${file}.yaml`),
      'utf8',
    );
    const { base, samples } = parse(text);
    return samples.map((sample: any) => complete(kind, base, sample));
  });
}

function complete(kind: string, base: any, sample: any): Sample {
  const context = sample.context ?? {};
  const object = merge(base, sample.object ?? {}) as any;
  return {
    title: sample.title,
    object: {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind,
      ...object,
    },
    context: contextOf({
      firstSeen: time(object.metadata.creationTimestamp) ?? TEST_NOW,
      ...context,
      ...(context.lastActivity && {
        lastActivity: time(context.lastActivity)!,
      }),
      pods: (context.pods ?? []).map(samplePod),
      gonePods: (context.gonePods ?? []).map(samplePod),
      events: (context.events ?? []).map(sampleEvent),
      quotas: namespaced(context.quotas),
      limitRanges: namespaced(context.limitRanges),
      children: (context.children ?? []).map((child: any) => ({
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
    }),
  };
}

function samplePod(short: any): PodEvidence {
  const { role, start, end, waiting, limit, unschedulable, ...rest } = short;
  const container: ContainerEvidence = {
    name: `spark-kubernetes-${role}`,
    image: 'registry.example/etl:1.4.2',
    ready: start !== undefined && !end,
    restarts: 0,
    limits: limit ? { memory: limit } : {},
    ...(waiting && { waiting }),
    ...(start && !end && { running: { startedAt: time(start)! } }),
    ...(end && {
      terminated: {
        exitCode: end.code,
        reason: end.reason ?? (end.code === 0 ? 'Completed' : 'Error'),
        startedAt: time(start),
        finishedAt: time(end.at),
      },
    }),
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
    labels: {
      'spark-role': role,
      'sparkoperator.k8s.io/app-name': 'orders-daily',
      'sparkoperator.k8s.io/submission-id': rest.submission ?? SUBMISSION,
    },
    containers: [container],
  };
}

function sampleEvent(short: any): EventEvidence {
  const at = time(short.at) ?? TEST_NOW;
  const pod = short.pod ?? 'orders-daily-driver';
  return {
    uid: `event-${short.reason}-${pod}`,
    type: 'Warning',
    count: 1,
    firstAt: at,
    lastAt: at,
    involved: { kind: 'Pod', name: pod, namespace: 'sales', uid: `uid-${pod}` },
    ...short,
  };
}

function namespaced(items: any[] = []): any[] {
  return items.map(item => ({
    namespace: 'sales',
    name: 'domain',
    used: {},
    ...item,
  }));
}

/** `11:40:02` is that time of the day of the samples. */
function time(text: string | undefined): number | undefined {
  return text === undefined
    ? undefined
    : Date.parse(text.includes('T') ? text : `2026-11-22T${text}Z`);
}

function merge(base: any, over: any): any {
  if (typeof base !== 'object' || typeof over !== 'object' || !base || !over) {
    return over;
  }
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    merged[key] = key in base ? merge(base[key], value) : value;
  }
  return merged;
}
