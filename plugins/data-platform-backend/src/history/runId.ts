import { createHash } from 'crypto';

/** Id of a run: the same in every replica and after every restart. For Spark the attempt is the submission id. */
export function runId(source: string, uid: string, attempt: string): string {
  return createHash('sha256')
    .update([source, uid, attempt].join('\0'))
    .digest('base64url')
    .slice(0, 27);
}
