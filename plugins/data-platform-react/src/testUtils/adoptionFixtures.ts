import {
  AdoptableJob,
  AdoptableNamespace,
  AdoptionPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { Ago, assessments } from './assessments';

/** A namespace on each step of the way to a domain. */
export function adoptableNamespaceFixtures(): AdoptableNamespace[] {
  return [
    {
      source: 'eu-1',
      namespace: 'sales',
      workloads: 12,
      state: 'adopted',
      domainRef: 'domain:default/sales',
    },
    {
      source: 'eu-1',
      namespace: 'legacy-etl',
      workloads: 140,
      state: 'unlabelled',
      command:
        'kubectl --context eu-1 label namespace legacy-etl millrace.dev/domain=default.legacy-etl',
    },
    {
      source: 'eu-1',
      namespace: 'risk',
      workloads: 7,
      state: 'labelled',
      domain: 'default.risk',
      drift: [
        {
          subject: 'ResourceQuota',
          message: 'The namespace has none; the template makes one.',
          remedy: 'Set a quota on the page of the domain.',
        },
      ],
    },
  ];
}

/** A job found in each of the ways; the last one cannot be adopted. */
export function adoptableJobFixtures(ago: Ago): AdoptableJob[] {
  const verdicts = assessments(ago);
  const common = {
    source: 'eu-1',
    namespace: 'risk',
    domainRef: 'domain:default/risk',
    kind: 'SparkApplication',
    group: 'sparkoperator.k8s.io',
    adoptable: true,
  };
  return [
    {
      ...common,
      key: 'k-schedule',
      kind: 'ScheduledSparkApplication',
      name: 'exposure-nightly',
      foundBy: 'schedule',
      schedule: '0 1 * * *',
      runs: 31,
      lastRunAt: ago(300),
      assessment: verdicts.succeeded,
    },
    {
      ...common,
      key: 'k-maker',
      name: 'orders-load',
      foundBy: 'maker',
      maker: 'Airflow DAG orders, task load',
      runs: 214,
      lastRunAt: ago(20),
      assessment: verdicts.badImage,
    },
    {
      ...common,
      key: 'k-label',
      name: 'limits',
      foundBy: 'label-selector',
      labelSelector: 'app=limits',
      runs: 3,
      assessment: verdicts.running,
    },
    {
      ...common,
      key: 'k-name',
      namespace: 'legacy-etl',
      domainRef: undefined,
      name: 'old_dump',
      foundBy: 'name',
      runs: 1,
      lastRunAt: ago(9000),
      assessment: verdicts.succeeded,
      adoptable: false,
      reason: 'Its namespace `legacy-etl` belongs to no domain yet.',
    },
  ];
}

/** What is not adopted on a platform that had a life before. */
export function adoptionFixture(ago: Ago): AdoptionPage {
  const jobs = adoptableJobFixtures(ago);
  return {
    namespaces: adoptableNamespaceFixtures(),
    jobs,
    totalJobs: jobs.length,
    version: 200,
    warming: false,
  };
}
