/** API group of the Kubeflow Spark operator. Another operator has a SparkApplication too: always address by group. */
export const SPARK_GROUP = 'sparkoperator.k8s.io';
export const SPARK_VERSION = 'v1beta2';
export const SPARK_API_VERSION = `${SPARK_GROUP}/${SPARK_VERSION}`;
export const SCHEDULED_SPARK_APPLICATION = 'ScheduledSparkApplication';

/** Labels of pods. Source: kubeflow/spark-operator pkg/common/spark.go. */
export const LABEL_APP_NAME = 'sparkoperator.k8s.io/app-name';
export const LABEL_SUBMISSION_ID = 'sparkoperator.k8s.io/submission-id';
/** Label of a run that a schedule has started; the operator counts, replaces and trims runs by it. */
export const LABEL_SCHEDULED_APP_NAME =
  'sparkoperator.k8s.io/scheduled-app-name';

/** Name of the count quota on runs. */
export const COUNT_QUOTA = `count/sparkapplications.${SPARK_GROUP}`;
