import {
  ContainerEvidence,
  EventEvidence,
  PodEvidence,
  QuotaEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { NamespaceEvidence } from '../../sources/types';

const T0 = Date.parse('2026-03-02T09:00:00Z');

/** A pod of a toy. */
export function pod(
  name: string,
  over: Partial<PodEvidence> = {},
): PodEvidence {
  return {
    name,
    uid: `uid-${name}`,
    namespace: 'sales',
    labels: { toy: 'orders' },
    ownerUids: [],
    phase: 'Running',
    createdAt: T0,
    containers: [container()],
    requests: {},
    ...over,
  };
}

export function container(
  over: Partial<ContainerEvidence> = {},
): ContainerEvidence {
  return { name: 'main', ready: true, restarts: 0, limits: {}, ...over };
}

export function event(
  involved: EventEvidence['involved'],
  over: Partial<EventEvidence> = {},
): EventEvidence {
  return {
    uid: `event-${involved.name}`,
    type: 'Warning',
    reason: 'Bad',
    message: 'something is bad',
    count: 1,
    firstAt: T0,
    lastAt: T0,
    involved: { namespace: 'sales', ...involved },
    ...over,
  };
}

export function quota(used: string): QuotaEvidence {
  return {
    name: 'quota',
    namespace: 'sales',
    hard: { pods: '10' },
    used: { pods: used },
  };
}

export function namespace(name: string, domain?: string): NamespaceEvidence {
  return {
    name,
    uid: `uid-${name}`,
    labels: domain ? { 'millrace.dev/domain': domain } : {},
  };
}
