/** API group of the Apache Spark Kubernetes operator. Another operator has a SparkApplication too: always address by group. */
export const APACHE_GROUP = 'spark.apache.org';
/** Preferred first. Source: apache/spark-kubernetes-operator, its CRDs: `v1` is stored, `v1beta1` still served. */
export const APACHE_VERSIONS = ['v1', 'v1beta1'] as const;
export const APACHE_API_VERSION = `${APACHE_GROUP}/${APACHE_VERSIONS[0]}`;

/** What a person does about finished runs where the API has no `ttlAfterStopMillis`: `v1beta1` has none. */
export const WITHOUT_LIFETIME =
  'Delete finished runs on their pages, or ask the platform team for a newer operator: `v1beta1` cannot let them expire. The history is kept here.';

/** Whether runs of a served version can expire by themselves. */
export function hasLifetime(apiVersion: string | undefined): boolean {
  return apiVersion !== `${APACHE_GROUP}/v1beta1`;
}
export const SPARK_CLUSTER = 'SparkCluster';

/** Labels of pods. Source: apache/spark-kubernetes-operator Constants.java. */
export const LABEL_APP_NAME = 'spark.operator/spark-app-name';
export const LABEL_CLUSTER_NAME = 'spark.operator/spark-cluster-name';
/** Label that Spark itself puts on its pods: the application id. Source: apache/spark, kubernetes Constants.scala. */
export const LABEL_APP_SELECTOR = 'spark-app-selector';

/** Settings that stand in `spec.sparkConf`, because this operator has no fields for them. */
export const CONF_IMAGE = 'spark.kubernetes.container.image';
export const CONF_ACCOUNT =
  'spark.kubernetes.authenticate.driver.serviceAccountName';

/** Name of the count quota on runs. */
export const COUNT_QUOTA = `count/sparkapplications.${APACHE_GROUP}`;
