import {
  PodSummary,
  ResourceEvent,
} from '@millrace/backstage-plugin-data-platform-common';
import { Ago } from './assessments';

/** A driver and three executors, one of them killed for memory. */
export function podFixtures(ago: Ago): PodSummary[] {
  const executor = (index: number): PodSummary => ({
    name: `orders-daily-1718-exec-${index}`,
    role: 'executor',
    phase: 'Running',
    restarts: 0,
    node: `worker-${index}`,
    createdAt: ago(15),
    startedAt: ago(15),
    containers: ['spark-kubernetes-executor'],
  });
  return [
    {
      name: 'orders-daily-1718-driver',
      role: 'driver',
      phase: 'Running',
      restarts: 0,
      node: 'worker-2',
      createdAt: ago(16),
      startedAt: ago(16),
      containers: ['spark-kubernetes-driver'],
    },
    executor(1),
    {
      ...executor(2),
      phase: 'Pending',
      reason: 'Unschedulable',
      node: undefined,
      startedAt: undefined,
    },
    {
      ...executor(3),
      phase: 'Failed',
      reason: 'OOMKilled',
      exitCode: 137,
      finishedAt: ago(5),
    },
  ];
}

/** What the cluster told about them. */
export function eventFixtures(ago: Ago): ResourceEvent[] {
  return [
    {
      type: 'Warning',
      reason: 'FailedScheduling',
      message: '0/3 nodes are available: 3 Insufficient memory.',
      count: 4,
      subject: 'pod orders-daily-1718-exec-2',
      firstAt: ago(14),
      lastAt: ago(2),
    },
    {
      type: 'Warning',
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
      count: 1,
      subject: 'pod orders-daily-1718-exec-3',
      lastAt: ago(5),
    },
  ];
}
