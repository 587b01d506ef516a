/** Source: kubeflow/spark-operator api/v1alpha1/sparkconnect_types.go and pkg/common/spark.go. */
export const SPARK_CONNECT = 'SparkConnect';
export const CONNECT_VERSION = 'v1alpha1';
export const LABEL_CONNECT_NAME = 'sparkoperator.k8s.io/connect-name';
/** Value of the label `spark-role` of the server's pod. */
export const ROLE_SERVER = 'connect-server';
/** Port of the gRPC server. Source: internal/controller/sparkconnect/reconciler.go, sparkConnectServerPort. */
export const CONNECT_PORT = 15002;

/**
 * Values of `status.state`. Provisioning and Failed exist in the API, and no code of the operator sets them.
 * Source: api/v1alpha1/sparkconnect_types.go, SparkConnectState.
 */
export const CONNECT_STATES = [
  '',
  'Provisioning',
  'Ready',
  'NotReady',
  'Failed',
] as const;
