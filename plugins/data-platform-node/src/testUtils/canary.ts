import { KubernetesObject } from '../kubernetes';

/** A value that must never get past `keep`. */
export const CANARY = 'canary-4f1d-must-not-be-kept';

/** A copy of an object with a secret in every place where people put them. */
export function withCanaries(object: KubernetesObject): KubernetesObject {
  const copy = structuredClone(object);
  plant(copy.spec, 0);
  const secret = { password: CANARY };
  return Object.assign(copy, {
    metadata: {
      ...copy.metadata,
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': CANARY,
        ...copy.metadata?.annotations,
      },
      managedFields: [{ manager: CANARY }],
    },
    data: secret,
    stringData: secret,
  });
}

function plant(node: unknown, depth: number): void {
  if (typeof node !== 'object' || node === null || depth > 6) {
    return;
  }
  Object.values(node).forEach(value => plant(value, depth + 1));
  if (!Array.isArray(node)) {
    const settings = 'sparkConf' in node ? node.sparkConf : undefined;
    Object.assign(node, {
      env: [{ name: 'PASSWORD', value: CANARY }],
      envVars: { PASSWORD: CANARY },
      arguments: ['--password', CANARY],
      args: [CANARY],
      command: ['sh', '-c', CANARY],
      javaOptions: `-Dpassword=${CANARY}`,
      sparkConf: {
        ...(settings as object | undefined),
        'spark.hadoop.fs.s3a.secret.key': CANARY,
      },
      hadoopConf: { 'fs.s3a.secret.key': CANARY },
      annotations: { note: CANARY },
      password: CANARY,
      token: CANARY,
    });
  }
}
