import { createHash } from 'crypto';

/** Hash of a definition's text; value of the annotation `millrace.dev/definition`. */
export function definitionHash(yaml: string): string {
  return createHash('sha256').update(yaml).digest('hex').slice(0, 32);
}
