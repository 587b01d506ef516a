/** API group of the Apache Spark Kubernetes operator. Another operator has a SparkApplication too: always address by group. */
export const APACHE_GROUP = 'spark.apache.org';
/** Preferred first. Source: apache/spark-kubernetes-operator, its CRDs: `v1` is stored, `v1beta1` still served. */
export const APACHE_VERSIONS = ['v1', 'v1beta1'] as const;
export const APACHE_API_VERSION = `${APACHE_GROUP}/${APACHE_VERSIONS[0]}`;
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
