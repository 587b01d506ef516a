/** API group of the Kubeflow Spark operator. Another operator has a SparkApplication too: always address by group. */
export const SPARK_GROUP = 'sparkoperator.k8s.io';
export const SPARK_VERSION = 'v1beta2';
export const SPARK_API_VERSION = `${SPARK_GROUP}/${SPARK_VERSION}`;
export const SPARK_APPLICATION = 'SparkApplication';
export const SCHEDULED_SPARK_APPLICATION = 'ScheduledSparkApplication';

/** Labels of pods. Source: kubeflow/spark-operator pkg/common/spark.go. */
export const LABEL_SPARK_ROLE = 'spark-role';
export const LABEL_APP_NAME = 'sparkoperator.k8s.io/app-name';
export const LABEL_SUBMISSION_ID = 'sparkoperator.k8s.io/submission-id';
/** Label of a run that a schedule has started; the operator counts, replaces and trims runs by it. */
export const LABEL_SCHEDULED_APP_NAME =
  'sparkoperator.k8s.io/scheduled-app-name';
/** Label of a job that Kueue admits; its value is the queue. */
export const LABEL_QUEUE = 'kueue.x-k8s.io/queue-name';

export const DRIVER_CONTAINER = 'spark-kubernetes-driver';
export const EXECUTOR_CONTAINER = 'spark-kubernetes-executor';

/** Name of the count quota on runs. */
export const COUNT_QUOTA = `count/sparkapplications.${SPARK_GROUP}`;
