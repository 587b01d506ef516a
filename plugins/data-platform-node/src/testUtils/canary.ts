import { KubernetesObject } from '../kubernetes';

/** A value that must never get past `keep`. */
export const CANARY = 'canary-4f1d-must-not-be-kept';

/** A copy of an object with a secret in every place where people put them. */
export function withCanaries(object: KubernetesObject): KubernetesObject {
  const copy = structuredClone(object) as any;
  plant(copy.spec, 0);
  copy.metadata = {
    ...copy.metadata,
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': CANARY,
      ...copy.metadata?.annotations,
    },
    managedFields: [{ manager: CANARY }],
  };
  copy.data = { password: CANARY };
  copy.stringData = { password: CANARY };
  return copy;
}

function plant(node: any, depth: number): void {
  if (typeof node !== 'object' || node === null || depth > 6) {
    return;
  }
  if (Array.isArray(node)) {
    node.forEach(item => plant(item, depth + 1));
    return;
  }
  Object.values(node).forEach(value => plant(value, depth + 1));
  Object.assign(node, {
    env: [{ name: 'PASSWORD', value: CANARY }],
    envVars: { PASSWORD: CANARY },
    arguments: ['--password', CANARY],
    args: [CANARY],
    command: ['sh', '-c', CANARY],
    javaOptions: `-Dpassword=${CANARY}`,
    sparkConf: { ...node.sparkConf, 'spark.hadoop.fs.s3a.secret.key': CANARY },
    hadoopConf: { 'fs.s3a.secret.key': CANARY },
    annotations: { note: CANARY },
    password: CANARY,
    token: CANARY,
  });
}
