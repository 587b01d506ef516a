import { Assessment } from '@millrace/backstage-plugin-data-platform-common';

/** Time of a fixture, counted back from a fixed or a given now. */
export type Ago = (minutes: number) => string;

/** Makes a function that counts back from `now`. */
export function agoFrom(now: number): Ago {
  return minutes => new Date(now - minutes * 60_000).toISOString();
}

/** One verdict per sort of trouble that a Spark job meets. */
export function assessments(
  ago: Ago,
): Record<
  | 'succeeded'
  | 'running'
  | 'oomKilled'
  | 'badImage'
  | 'noQuota'
  | 'noOperator'
  | 'suspended',
  Assessment
> {
  return {
    succeeded: {
      health: 'healthy',
      outcome: 'succeeded',
      reason: 'Completed',
      message: 'The last run succeeded in 12 min.',
      since: ago(38),
      evidence: [
        {
          kind: 'object',
          subject: 'SparkApplication orders-daily-1717',
          reason: 'COMPLETED',
          message: 'The operator reports the application as completed.',
          at: ago(38),
        },
      ],
      remedies: [],
    },
    running: {
      health: 'progressing',
      reason: 'Running',
      message: 'Running with 2 of 3 executors for 6 min.',
      since: ago(6),
      evidence: [
        {
          kind: 'pod',
          subject: 'pod clicks-sessions-driver',
          message: 'The driver has been running on node worker-2.',
          at: ago(6),
        },
      ],
      remedies: [],
    },
    oomKilled: {
      health: 'failed',
      outcome: 'failed',
      reason: 'ExecutorsOutOfMemory',
      message:
        'Executors were killed for memory: 3 of 3 exceeded 2 GiB (OOMKilled).',
      nextStep: 'Raise spec.executor.memory or memoryOverhead, then run again.',
      since: ago(4),
      evidence: [
        {
          kind: 'pod',
          subject: 'pod orders-daily-exec-1',
          reason: 'OOMKilled',
          message:
            'Container spark-kubernetes-executor ended with exit code 137.',
          at: ago(5),
        },
        {
          kind: 'object',
          subject: 'SparkApplication orders-daily-1718',
          reason: 'FAILED',
          message: 'driver container failed with ExitCode: 1, Reason: Error',
          at: ago(4),
        },
        {
          kind: 'log',
          subject: 'log of the driver',
          message:
            'Lost executor 3 on 10.42.0.17: The executor with id 3 exited with exit code 137(SIGKILL, possible container OOM).',
          at: ago(5),
        },
      ],
      remedies: [
        {
          text: 'Raise spec.executor.memory or memoryOverhead, then run again.',
          operation: 'spark-job:run',
        },
      ],
    },
    badImage: {
      health: 'failed',
      reason: 'ImageNotFound',
      message:
        'The driver cannot start: image registry.example/etl:1.4.2 was not found.',
      nextStep:
        'Check the tag, or the pull secret of service account spark in namespace sales.',
      since: ago(11),
      evidence: [
        {
          kind: 'pod',
          subject: 'pod refunds-hourly-driver',
          reason: 'ImagePullBackOff',
          message: 'Back-off pulling image "registry.example/etl:1.4.2"',
          at: ago(2),
        },
      ],
      remedies: [],
    },
    noQuota: {
      health: 'degraded',
      reason: 'ExecutorsRefusedByQuota',
      message:
        "Running without executors: the domain's quota has 1 of 16 CPU left, each executor asks for 4.",
      nextStep: 'Free CPU, ask for more, or use smaller executors.',
      since: ago(9),
      evidence: [
        {
          kind: 'quota',
          subject: 'ResourceQuota domain in namespace marketing',
          message: 'requests.cpu: used 15, hard 16',
          at: ago(9),
        },
      ],
      remedies: [],
    },
    noOperator: {
      health: 'unknown',
      reason: 'NotPickedUp',
      message:
        'Nobody has picked this job up: no Spark operator watches namespace sales, or it is down.',
      nextStep: 'Ask the platform team.',
      since: ago(3),
      evidence: [],
      remedies: [],
    },
    suspended: {
      health: 'suspended',
      reason: 'Suspended',
      message: 'The schedule is suspended; no run starts by itself.',
      nextStep: 'Press Resume to take it up again.',
      since: ago(60 * 26),
      evidence: [],
      remedies: [],
    },
  };
}
