import type { KubeObject } from '../../types';

/** States of `status.currentState.currentStateSummary` of a SparkCluster. */
export type ClusterStateSummary =
  | 'Submitted'
  | 'RunningHealthy'
  | 'SchedulingFailure'
  | 'Failed'
  | 'ResourceReleased';

export interface ClusterState {
  currentStateSummary: ClusterStateSummary;
  lastTransitionTime: string;
  message?: string;
}

export interface ClusterStatus {
  currentState: ClusterState;
  stateTransitionHistory: Record<string, ClusterState>;
  currentAttemptSummary?: {
    attemptInfo: { id: number; restartCounter: number };
  };
}

/** A SparkCluster of the Apache operator, as far as the sandbox acts on it. */
export interface SparkCluster extends KubeObject {
  spec: {
    runtimeVersions: { sparkVersion: string };
    sparkConf?: Record<string, string>;
    clusterTolerations: {
      instanceConfig: {
        initWorkers: number;
        minWorkers: number;
        maxWorkers: number;
      };
    };
  };
  status?: ClusterStatus;
}
