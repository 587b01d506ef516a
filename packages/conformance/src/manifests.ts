/** Objects that several checks make. */

export function configMap(
  name: string,
  data: Record<string, string> = {},
  metadata: object = {},
) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, ...metadata },
    data,
  };
}

/** A pod that no node takes: it stays Pending and costs nothing. */
export function stayingPod(name: string, resources: object = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: {
      nodeSelector: { 'millrace.dev/no-such-node': 'true' },
      restartPolicy: 'Never',
      containers: [{ name: 'main', image: 'none.invalid/none:1', resources }],
    },
  };
}

/** A complete SparkApplication that never runs: it is born suspended. */
export function sparkApplication(
  name: string,
  spec: Record<string, unknown> = {},
) {
  return {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: { name },
    spec: { ...sparkSpec(), ...spec },
  };
}

export function sparkSpec() {
  return {
    type: 'Scala',
    mode: 'cluster',
    image: 'none.invalid/spark:4.0.0',
    mainClass: 'org.apache.spark.examples.SparkPi',
    mainApplicationFile: 'local:///opt/spark/examples/jars/spark-examples.jar',
    sparkVersion: '4.0.0',
    suspend: true,
    driver: { cores: 1, memory: '512m' },
    executor: { cores: 1, instances: 1, memory: '512m' },
  };
}
