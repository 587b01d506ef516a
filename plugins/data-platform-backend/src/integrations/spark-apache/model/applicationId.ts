import { createHash } from 'crypto';

/** Source: apache/spark-kubernetes-operator SparkAppSubmissionWorker.java. */
export const ID_MAX = 46;
const HASH_LENGTH = 36;

/**
 * The id of the Spark application of an attempt: `NAME-ATTEMPT`, with a hash in place of a name that is too long. The
 * operator writes it nowhere, but all that Spark makes carries it.
 * Source: SparkAppSubmissionWorker.generateSparkAppId.
 */
export function applicationId(
  namespace: string,
  name: string,
  attempt: number,
): string {
  const plainId = `${name}-${attempt}`;
  if (plainId.length <= ID_MAX) {
    return plainId;
  }
  const digest = createHash('sha256')
    .update([namespace, name, attempt].join('/'))
    .digest('hex');
  const hash = BigInt(`0x${digest}`).toString(36).slice(0, HASH_LENGTH);
  return `${plainId.slice(0, ID_MAX - HASH_LENGTH - 1)}-${hash}`;
}
