/**
 * Kinds of which each object is a job or a run of one, as `kind.group`. Sessions and clusters that serve until they are
 * stopped are none.
 */
export const SPARK_JOB_KINDS: ReadonlySet<string> = new Set([
  'SparkApplication.sparkoperator.k8s.io',
  'ScheduledSparkApplication.sparkoperator.k8s.io',
  'SparkApplication.spark.apache.org',
]);
