import {
  Assessment,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  PodEvidence,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { IndexedResource } from '../../store/types';

export const NOW = Date.parse('2026-03-02T09:00:00Z');

/** Time of day of the tests' day. */
export function at(time: string): string {
  return `2026-03-02T${time}:00.000Z`;
}

export const sparkApplication: ResourceDefinition = {
  kind: 'SparkApplication',
  match: {
    group: 'sparkoperator.k8s.io',
    versions: ['v1beta2'],
    plural: 'sparkapplications',
  },
  nature: 'run',
  keep: () => ({}),
  assess: () => verdict({}),
};

export const scheduledSparkApplication: ResourceDefinition = {
  ...sparkApplication,
  kind: 'ScheduledSparkApplication',
  match: { ...sparkApplication.match, plural: 'scheduledsparkapplications' },
  nature: 'schedule',
};

export function verdict(parts: Partial<Assessment>): Assessment {
  return {
    health: 'healthy',
    reason: 'Fine',
    message: 'All is well.',
    evidence: [],
    remedies: [],
    ...parts,
  };
}

/** A live object, as the index holds it. */
export function resource(
  row: Partial<Omit<PlatformResource, 'assessment'>> & { name: string },
  assessment: Partial<Assessment> = {},
  object: { spec?: unknown; status?: unknown } = {},
): IndexedResource {
  const definition =
    row.nature === 'schedule' ? scheduledSparkApplication : sparkApplication;
  const full = verdict(assessment);
  const { evidence: _evidence, remedies: _remedies, ...summary } = full;
  const uid = row.uid ?? `uid-${row.name}`;
  return {
    definition,
    assessment: full,
    object: {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: definition.kind,
      metadata: { name: row.name, namespace: row.namespace ?? 'sales', uid },
      ...object,
    },
    row: {
      id: `id-${row.name}`,
      version: 0,
      source: 'eu-1',
      group: 'sparkoperator.k8s.io',
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: definition.kind,
      nature: definition.nature,
      namespace: 'sales',
      uid,
      createdAt: at('08:00'),
      facts: [],
      claim: row.entityRef ? 'verified' : 'none',
      assessment: summary,
      ...row,
    },
  };
}

export function contextWith(parts: Partial<AssessContext>): AssessContext {
  return {
    now: NOW,
    firstSeen: NOW,
    pods: [],
    events: [],
    quotas: [],
    limitRanges: [],
    claims: [],
    children: [],
    ...parts,
  };
}

export function pod(name: string): PodEvidence {
  return {
    name,
    uid: `uid-${name}`,
    namespace: 'sales',
    labels: { 'spark-role': 'driver' },
    ownerUids: [],
    phase: 'Running',
    createdAt: NOW,
    containers: [],
    requests: {},
  };
}
