/** Labels that the Apache operator puts on what belongs to an application or a cluster. */
export const LABEL_APP = 'spark.operator/spark-app-name';
export const LABEL_CLUSTER = 'spark.operator/spark-cluster-name';
export const LABEL_OPERATOR = 'spark.operator/name';

export const OPERATOR_NAME = 'spark-kubernetes-operator';
