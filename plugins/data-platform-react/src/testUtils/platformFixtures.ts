import {
  DomainDetail,
  Job,
  Operation,
  Plan,
  Presets,
  Source,
  Summary,
} from '@millrace/backstage-plugin-data-platform-common';
import { Ago, assessments } from './assessments';
import {
  countsOf,
  operationFixtures,
  resourceFixtures,
} from './resourceFixtures';
import { DEFINITION } from './texts';

/** A job with a schedule. */
export function jobFixture(
  ago: Ago,
  verdict: keyof ReturnType<typeof assessments> = 'oomKilled',
): Job {
  return {
    entityRef: 'component:default/orders-daily',
    domainRef: 'domain:default/sales',
    productRef: 'system:default/orders',
    source: 'eu-1',
    namespace: 'sales',
    assessment: assessments(ago)[verdict],
    operations: operationFixtures(verdict === 'running'),
    current: resourceFixtures(ago)[0],
    schedule: {
      resourceId: 'res-schedule',
      expression: '0 2 * * *',
      timeZone: 'Europe/Berlin',
      suspended: verdict === 'suspended',
      nextRun: ago(-60 * 9),
      lastRun: ago(16),
    },
    definition: DEFINITION,
    version: 200,
    warming: false,
  };
}

/** The roll-up of a product or a domain. */
export function summaryFixture(ago: Ago): Summary {
  const rows = resourceFixtures(ago);
  return {
    counts: countsOf(rows),
    assessment: {
      health: 'failed',
      reason: 'PartsFailed',
      message: '2 of 7 jobs have failed; 1 runs without executors.',
      nextStep: 'Start with orders-daily: raise its executor memory.',
      since: ago(4),
    },
    notHealthy: rows
      .filter(row =>
        ['failed', 'degraded', 'unknown'].includes(row.assessment.health),
      )
      .map(row => ({
        entityRef: row.entityRef,
        resourceId: row.id,
        title: row.entityRef!.split('/')[1],
        health: row.assessment.health,
        message: row.assessment.message,
        nextStep: row.assessment.nextStep,
        since: row.assessment.since,
      })),
    parts: rows.length,
    unverified: 0,
    version: 200,
    warming: false,
  };
}

/** A domain whose CPU is nearly used up. */
export function domainFixture(): DomainDetail {
  return {
    entityRef: 'domain:default/sales',
    ownerRef: 'group:default/sales-team',
    source: 'eu-1',
    namespaces: ['sales'],
    quota: [
      {
        resource: 'requests.cpu',
        label: 'CPU',
        used: '15',
        hard: '16',
        ratio: 15 / 16,
      },
      {
        resource: 'requests.memory',
        label: 'Memory',
        used: '27 GiB',
        hard: '64 GiB',
        ratio: 0.42,
      },
      {
        resource: 'pods',
        label: 'Pods',
        used: '25',
        hard: '30',
        ratio: 25 / 30,
      },
    ],
    limits: [
      {
        source: 'eu-1',
        namespace: 'sales',
        name: 'defaults',
        resource: 'cpu',
        request: '100m',
        max: '4',
      },
      {
        source: 'eu-1',
        namespace: 'sales',
        name: 'defaults',
        resource: 'memory',
        request: '128Mi',
        limit: '1Gi',
      },
    ],
    roles: [
      { role: 'owner', groups: ['group:default/sales-team'] },
      { role: 'member', groups: ['group:default/analysts'] },
      { role: 'viewer', groups: [] },
    ],
  };
}

/** Three sources in different states. */
export function sourceFixtures(ago: Ago): Source[] {
  const kinds: Source['kinds'] = [
    {
      kind: 'SparkApplication',
      group: 'sparkoperator.k8s.io',
      state: 'watching',
    },
    {
      kind: 'ScheduledSparkApplication',
      group: 'sparkoperator.k8s.io',
      state: 'watching',
    },
  ];
  return [
    {
      name: 'eu-1',
      title: 'Europe 1',
      type: 'kubernetes',
      state: 'connected',
      message: 'Watching 2 kinds, 5 objects.',
      since: ago(600),
      lastContact: ago(0.1),
      version: 'v1.36.0',
      sandbox: true,
      resources: 5,
      kinds,
    },
    {
      name: 'us-2',
      title: 'US 2',
      type: 'kubernetes',
      state: 'stale',
      message:
        'Showing the state of 09:58: cluster us-2 has not answered since 10:02 (connection refused).',
      since: ago(14),
      lastContact: ago(14),
      version: 'v1.35.2',
      resources: 2,
      kinds: kinds.map(kind => ({ ...kind, state: 'stale' as const })),
    },
    {
      name: 'lab',
      type: 'kubernetes',
      state: 'unsupported',
      message:
        'The locator method gke of this cluster is not supported. Use config or a kubeconfig file.',
      kinds: [],
    },
  ];
}

/** What templates may offer. */
export function presetsFixture(): Presets {
  return {
    clusters: [
      {
        name: 'eu-1',
        title: 'Europe 1',
        state: 'connected',
        serves: ['SparkApplication.sparkoperator.k8s.io'],
      },
      {
        name: 'us-2',
        title: 'US 2',
        state: 'unreachable',
        message: 'It has not answered for 14 min (connection refused).',
        serves: [],
      },
    ],
    quotas: [
      {
        id: 'small',
        title: 'Small',
        description: 'One or two jobs at a time.',
        hard: { 'requests.cpu': '8', 'requests.memory': '16Gi', pods: '20' },
      },
      {
        id: 'medium',
        title: 'Medium',
        description: 'A team with a handful of daily jobs.',
        hard: { 'requests.cpu': '32', 'requests.memory': '128Gi', pods: '100' },
      },
    ],
    spark: { versions: ['3.5.3'], images: ['apache/spark:3.5.3'] },
  };
}

/** A plan that could be carried out, with a warning. */
export function planFixture(): Plan {
  return {
    operation: 'spark-job:run',
    title: 'Run orders-daily',
    ok: true,
    steps: [
      {
        id: 'create',
        verb: 'create',
        title:
          'Create SparkApplication orders-daily-1719 in namespace sales on eu-1',
        source: 'eu-1',
        identity: 'user',
        dryRun: 'passed',
        manifest: DEFINITION,
      },
    ],
    findings: [
      {
        level: 'warning',
        field: 'spec.executor.memory',
        message: 'The last run was killed for memory with this setting (2g).',
        remedy: 'Use 3g or more.',
      },
    ],
  };
}

/** An operation in a state. */
export function operationFixture(
  ago: Ago,
  state: Operation['state'],
  error?: string,
): Operation {
  const stepState = {
    accepted: 'pending',
    running: 'running',
    done: 'done',
    failed: 'failed',
    cancelled: 'skipped',
  } as const;
  return {
    id: 'op-1',
    operation: 'spark-job:run',
    title: 'Run orders-daily',
    actor: 'user:default/ada',
    state,
    error,
    steps: [
      {
        id: 'create',
        title: 'Create SparkApplication orders-daily-1719',
        state: stepState[state],
        message: error,
      },
    ],
    output: state === 'done' ? { name: 'orders-daily-1719' } : undefined,
    createdAt: ago(0),
  };
}
