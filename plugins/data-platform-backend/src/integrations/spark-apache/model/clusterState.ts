/**
 * Values of `status.currentState.currentStateSummary` of a cluster; empty means that the operator has not written it yet.
 * Source: apache/spark-kubernetes-operator ClusterStateSummary.java.
 */
export const CLUSTER_STATES = [
  '',
  'Submitted',
  'RunningHealthy',
  'SchedulingFailure',
  'Failed',
  'ResourceReleased',
] as const;
