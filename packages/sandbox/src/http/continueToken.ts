import { badRequest } from '../errors/status';

const API_VERSION = 'meta.k8s.io/v1';

/** Where a list goes on: the version that the whole list shows and the key to start at. */
export interface Continuation {
  /** -1: at the newest version, and so not of one piece with the pages before. */
  version: number;
  start: string;
}

export function encodeContinue({ version, start }: Continuation): string {
  // Field names and order of k8s.io/apiserver/pkg/storage/continue.go.
  const token = { v: API_VERSION, rv: version, start };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** @throws 400 */
export function decodeContinue(token: string): Continuation {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  let parsed: { v?: unknown; rv?: unknown; start?: unknown };
  try {
    parsed = JSON.parse(text);
  } catch {
    throw bad(
      `invalid character '${text[0] ?? ''}' looking for beginning of value`,
    );
  }
  const { v, rv, start } = parsed ?? {};
  if (v !== API_VERSION)
    throw bad(`server does not recognize this encoded version "${v}"`);
  if (typeof rv !== 'number' || typeof start !== 'string') {
    throw bad('incorrect encoded start resourceVersion');
  }
  return { version: rv, start: start.replace(/^\//, '') };
}

function bad(why: string) {
  return badRequest(
    `invalid continue token: continue key is not valid: ${why}`,
  );
}
