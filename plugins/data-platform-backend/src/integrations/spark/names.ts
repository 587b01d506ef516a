/** Kind of one run. Two operators have it, each in its own group: always address by group. */
export const SPARK_APPLICATION = 'SparkApplication';

/** Label that Spark itself puts on its pods: `driver` or `executor`. Source: apache/spark, kubernetes Constants.scala. */
export const LABEL_SPARK_ROLE = 'spark-role';
/** Label of a job that Kueue admits; its value is the queue. */
export const LABEL_QUEUE = 'kueue.x-k8s.io/queue-name';

/** Containers as Spark names them. Source: apache/spark, kubernetes Constants.scala. */
export const DRIVER_CONTAINER = 'spark-kubernetes-driver';
export const EXECUTOR_CONTAINER = 'spark-kubernetes-executor';
