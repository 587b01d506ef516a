import type { KubeObject } from '../../types';

/** States of `status.applicationState.state`; a new object has none. */
export type ApplicationState =
  | ''
  | 'SUBMITTED'
  | 'RUNNING'
  | 'COMPLETED'
  | 'FAILED'
  | 'SUBMISSION_FAILED'
  | 'PENDING_RERUN'
  | 'INVALIDATING'
  | 'SUCCEEDING'
  | 'FAILING'
  | 'SUSPENDING'
  | 'SUSPENDED'
  | 'RESUMING'
  | 'UNKNOWN';

export type ExecutorState =
  | 'PENDING'
  | 'RUNNING'
  | 'COMPLETED'
  | 'FAILED'
  | 'UNKNOWN';

export interface SparkPodSpec {
  cores?: number;
  coreRequest?: string;
  coreLimit?: string;
  memory?: string;
  memoryLimit?: string;
  memoryOverhead?: string;
  image?: string;
  serviceAccount?: string;
  podName?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  env?: unknown[];
  nodeSelector?: Record<string, string>;
  tolerations?: unknown[];
  securityContext?: unknown;
  podSecurityContext?: unknown;
  terminationGracePeriodSeconds?: number;
  priorityClassName?: string;
}

export interface SparkExecutorSpec extends SparkPodSpec {
  instances?: number;
  deleteOnTermination?: boolean;
}

/** The part of `spec` that the sandbox's operator acts on. */
export interface SparkApplicationSpec {
  type: 'Java' | 'Scala' | 'Python' | 'R';
  sparkVersion: string;
  mainClass?: string;
  mainApplicationFile?: string;
  arguments?: string[];
  image?: string;
  imagePullPolicy?: string;
  imagePullSecrets?: string[];
  memoryOverheadFactor?: string;
  sparkConf?: Record<string, string>;
  nodeSelector?: Record<string, string>;
  driver: SparkPodSpec;
  executor: SparkExecutorSpec;
  dynamicAllocation?: {
    enabled?: boolean;
    initialExecutors?: number;
    minExecutors?: number;
    maxExecutors?: number;
  };
  restartPolicy?: {
    type?: 'Never' | 'OnFailure' | 'Always';
    onFailureRetries?: number;
    onFailureRetryInterval?: number;
    onSubmissionFailureRetries?: number;
    onSubmissionFailureRetryInterval?: number;
  };
  timeToLiveSeconds?: number;
  suspend?: boolean;
}

export interface SparkApplicationStatus {
  applicationState: { state: ApplicationState; errorMessage?: string };
  driverInfo: {
    podName?: string;
    webUIServiceName?: string;
    webUIPort?: number;
    webUIAddress?: string;
  };
  executorState?: Record<string, ExecutorState>;
  sparkApplicationId?: string;
  submissionID?: string;
  submissionAttempts?: number;
  executionAttempts?: number;
  lastSubmissionAttemptTime?: string | null;
  terminationTime: string | null;
}

export interface SparkApplication extends KubeObject {
  spec: SparkApplicationSpec;
  status?: SparkApplicationStatus;
}

/** The status of an application; a new one has an empty state. */
export function applicationStatus(
  app: SparkApplication,
): SparkApplicationStatus {
  return {
    applicationState: { state: '' },
    driverInfo: {},
    terminationTime: null,
    ...app.status,
  };
}

/** Ended for good, until its spec is edited. */
export function isTerminated(state: ApplicationState): boolean {
  return state === 'COMPLETED' || state === 'FAILED';
}

/** The driver's pod name: the spec's, the configuration's, or `<application>-driver`. */
export function driverPodName(app: SparkApplication): string {
  return (
    app.spec.driver.podName ||
    app.spec.sparkConf?.['spark.kubernetes.driver.pod.name'] ||
    `${app.metadata.name}-driver`
  );
}
