/** A job's definition. */
export const DEFINITION = `apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata:
  name: orders-daily
  namespace: sales
spec:
  type: Python
  mode: cluster
  sparkVersion: 3.5.3
  mainApplicationFile: local:///opt/jobs/orders.py
  arguments: ['--full', '--date=2026-11-21']
  driver: {cores: 1, memory: 1g, serviceAccount: spark}
  executor: {instances: 3, cores: 2, memory: 2g}
`;

/** The last lines of a driver whose executors were killed. */
export const LOG = `26/11/22 09:00:01 INFO SparkContext: Running Spark version 3.5.3
26/11/22 09:00:04 INFO StandaloneAppClient: Connected to Spark cluster
26/11/22 09:04:41 WARN TaskSetManager: Lost task 17.0 in stage 4.0 (TID 412)
26/11/22 09:04:41 ERROR TaskSchedulerImpl: Lost executor 3 on 10.42.0.17: exit code 137
26/11/22 09:04:42 ERROR SparkContext: Job aborted due to stage failure
`;
