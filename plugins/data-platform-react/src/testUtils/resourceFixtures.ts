import {
  Counts,
  emptyCounts,
  PlatformResource,
  ResourceDetail,
  ResourcePage,
} from '@millrace/backstage-plugin-data-platform-common';
import { Ago, assessments } from './assessments';
import { eventFixtures, podFixtures } from './podFixtures';

type Verdict = keyof ReturnType<typeof assessments>;

const ROWS: readonly [string, Verdict, string, string, string][] = [
  ['orders-daily-1718', 'oomKilled', 'sales', 'eu-1', 'orders-daily'],
  ['refunds-hourly-88', 'badImage', 'sales', 'eu-1', 'refunds-hourly'],
  ['campaign-mix-12', 'noQuota', 'marketing', 'eu-1', 'campaign-mix'],
  ['stock-levels-4', 'noOperator', 'sales', 'us-2', 'stock-levels'],
  ['clicks-sessions-301', 'running', 'marketing', 'eu-1', 'clicks-sessions'],
  ['churn-weekly', 'suspended', 'marketing', 'us-2', 'churn-weekly'],
  ['returns-daily-40', 'succeeded', 'sales', 'eu-1', 'returns-daily'],
];

/** One row per sort of trouble, and one without. */
export function resourceFixtures(ago: Ago): PlatformResource[] {
  const verdicts = assessments(ago);
  return ROWS.map(([name, verdict, namespace, source, component], index) => ({
    id: `res-${index}`,
    version: 100 + index,
    source,
    group: 'sparkoperator.k8s.io',
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind:
      verdict === 'suspended'
        ? 'ScheduledSparkApplication'
        : 'SparkApplication',
    nature: verdict === 'suspended' ? 'schedule' : 'run',
    namespace,
    name,
    uid: `uid-${index}`,
    createdAt: ago(20 + index * 30),
    startedAt: ago(16 + index * 30),
    finishedAt: verdict === 'succeeded' ? ago(38) : undefined,
    entityRef: `component:default/${component}`,
    productRef: `system:default/${namespace}-product`,
    domainRef: `domain:default/${namespace}`,
    ownerRef: `group:default/${namespace}-team`,
    claim: 'verified',
    assessment: verdicts[verdict],
    facts: [
      {
        key: 'executors',
        label: 'Executors',
        value: '2 of 3 running',
        warning: verdict === 'oomKilled',
      },
      { key: 'cores', label: 'CPU asked', value: '7' },
      { key: 'memory', label: 'Memory asked', value: '7 GiB' },
      { key: 'image', label: 'Image', value: 'registry.example/etl:1.4.1' },
      { key: 'sparkVersion', label: 'Spark', value: '3.5.3' },
      { key: 'attempts', label: 'Attempts', value: '1' },
    ],
  }));
}

/** Counts as the backend would give them for these rows. */
export function countsOf(rows: readonly PlatformResource[]): Counts {
  const counts = emptyCounts();
  rows.forEach(row => {
    counts[row.assessment.health] += 1;
  });
  return counts;
}

/** A first page of these rows. */
export function resourcePageFixture(rows: PlatformResource[]): ResourcePage {
  return {
    items: rows,
    total: rows.length,
    counts: countsOf(rows),
    version: 200,
    warming: false,
  };
}

/** One row with all that its drawer shows. */
export function resourceDetailFixture(
  ago: Ago,
  row: PlatformResource,
): ResourceDetail {
  return {
    ...row,
    assessment: { evidence: [], remedies: [], ...row.assessment },
    links: [
      { title: 'Spark UI', url: 'https://spark.example/orders-daily' },
      { title: 'History Server', url: 'https://history.example/app-1' },
    ],
    pods: podFixtures(ago),
    events: eventFixtures(ago),
    operations: operationFixtures(true).filter(
      operation => operation.resourceId === 'res-0',
    ),
    timeline: [
      { title: 'Submitted', at: ago(17), state: 'done' },
      {
        title: 'Driver scheduled',
        at: ago(16.8),
        state: 'done',
        detail: 'node worker-2',
      },
      { title: 'Image pulled', at: ago(16.4), state: 'done' },
      { title: 'Running', at: ago(16), state: 'done' },
      { title: 'Executors', at: ago(15), state: 'done', detail: '3 of 3' },
      { title: 'Failed', at: ago(4), state: 'failed', detail: 'OOMKilled' },
    ],
    runId: row.id.replace('res', 'run'),
  };
}

/** What a person may do with a job, its run and its schedule, with a reason for what not. */
export function operationFixtures(
  running: boolean,
): ResourceDetail['operations'] {
  const run = { resourceId: 'res-0' };
  const schedule = { resourceId: 'res-schedule' };
  return [
    { id: 'spark-job:run', title: 'Run now', available: true },
    {
      ...run,
      id: 'spark:stop',
      title: 'Stop',
      available: running,
      reason: running
        ? undefined
        : 'This run has ended; there is nothing to stop.',
      destructive: true,
      confirmation:
        'Stop this run? Its pods end and the object is deleted from the cluster. Its history stays here.',
    },
    { ...run, id: 'spark:rerun', title: 'Re-run', available: true },
    {
      ...run,
      id: 'spark:resume',
      title: 'Resume',
      available: false,
      reason: 'It is not suspended.',
    },
    {
      ...schedule,
      id: 'spark:suspend-schedule',
      title: 'Suspend schedule',
      available: true,
    },
    {
      ...schedule,
      id: 'spark:resume-schedule',
      title: 'Resume schedule',
      available: false,
      reason: 'The schedule is not suspended.',
    },
  ];
}
