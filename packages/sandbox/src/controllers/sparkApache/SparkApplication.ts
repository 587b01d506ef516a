import type { KubeObject } from '../../types';
import type { ApplicationStatus, RestartPolicy } from './ApplicationStatus';

export type ResourceRetainPolicy = 'Always' | 'OnFailure' | 'Never';

export interface RestartConfig {
  restartPolicy?: RestartPolicy;
  maxRestartAttempts?: number;
  maxRestartOnFailure?: number;
  maxRestartOnSchedulingFailure?: number;
  restartBackoffMillis?: number;
  restartBackoffMillisForFailure?: number;
  restartBackoffMillisForSchedulingFailure?: number;
  restartCounterResetMillis?: number;
}

interface Tolerations {
  restartConfig?: RestartConfig;
  applicationTimeoutConfig?: {
    driverStartTimeoutMillis?: number;
    driverReadyTimeoutMillis?: number;
    executorStartTimeoutMillis?: number;
    forceTerminationGracePeriodMillis?: number;
    terminationRequeuePeriodMillis?: number;
  };
  instanceConfig?: {
    initExecutors?: number;
    minExecutors?: number;
    maxExecutors?: number;
  };
  resourceRetainPolicy?: ResourceRetainPolicy;
  resourceRetainDurationMillis?: number;
  ttlAfterStopMillis?: number;
}

interface PodTemplate {
  podTemplateSpec?: {
    metadata?: { labels?: Record<string, string> };
    spec?: {
      nodeSelector?: Record<string, string>;
      readinessGates?: { conditionType: string }[];
    };
  };
}

/** A SparkApplication of the Apache operator (`spark.apache.org`), as far as the sandbox acts on it. */
export interface SparkApplication extends KubeObject {
  spec: {
    runtimeVersions: { sparkVersion: string };
    mainClass?: string;
    jars?: string;
    pyFiles?: string;
    sparkRFiles?: string;
    driverArgs?: string[];
    sparkConf?: Record<string, string>;
    driverSpec?: PodTemplate;
    executorSpec?: PodTemplate;
    applicationTolerations?: Tolerations;
  };
  status?: ApplicationStatus;
}

const MINUTES_5 = 300_000;

/** The tolerations of an application with the operator's defaults (ApplicationTolerations.java and what it holds, 1.0.0). */
export function tolerationsOf(app: SparkApplication) {
  const given = app.spec.applicationTolerations ?? {};
  return {
    resourceRetainPolicy: 'Never' as ResourceRetainPolicy,
    resourceRetainDurationMillis: -1,
    ttlAfterStopMillis: -1,
    ...given,
    restartConfig: {
      restartPolicy: 'Never' as RestartPolicy,
      maxRestartAttempts: 3,
      restartBackoffMillis: 30_000,
      restartCounterResetMillis: -1,
      ...given.restartConfig,
    },
    applicationTimeoutConfig: {
      driverStartTimeoutMillis: MINUTES_5,
      driverReadyTimeoutMillis: MINUTES_5,
      executorStartTimeoutMillis: MINUTES_5,
      forceTerminationGracePeriodMillis: MINUTES_5,
      terminationRequeuePeriodMillis: 2_000,
      ...given.applicationTimeoutConfig,
    },
    instanceConfig: {
      initExecutors: 0,
      minExecutors: 0,
      maxExecutors: 0,
      ...given.instanceConfig,
    },
  };
}

export type EffectiveTolerations = ReturnType<typeof tolerationsOf>;

/** `<application>-<attempt>`: the id of the Spark application, and the prefix of all that belongs to an attempt. */
export function sparkAppId(app: SparkApplication): string {
  const attempt = app.status?.currentAttemptSummary?.attemptInfo?.id ?? 0;
  return `${app.metadata.name}-${attempt}`;
}
