import { ClusterConnection } from '../clusters/types';
import { LogRedactor } from '../redaction/LogRedactor';
import { redactKnown } from './redactKnown';

const TAIL_LINES = 200;
const MAX_BYTES = 64 * 1024;
/** More than is kept: the server cuts from the end of the tail, and the end is what tells. */
const MAX_READ_BYTES = 4 * 1024 * 1024;
const DEADLINE_MS = 10_000;

/** Which log to read. */
export interface LogTailRequest {
  connection: ClusterConnection;
  namespace: string;
  pod: string;
  container: string;
  signal: AbortSignal;
  /** Values that must never be kept, in whatever encoding they appear. */
  secrets?: readonly string[];
}

/**
 * The last 200 lines of a container's log, redacted, at most 64 KiB. Read as the portal itself, right after a failure.
 * Undefined where the portal may not read logs or the pod is gone already: a tail is a help, not a promise.
 */
export async function readLogTail(
  request: LogTailRequest,
): Promise<string | undefined> {
  const { connection, namespace, pod, container, signal } = request;
  const part = encodeURIComponent;
  try {
    const response = await connection.request({
      path: `/api/v1/namespaces/${part(namespace)}/pods/${part(pod)}/log`,
      query: { container, tailLines: TAIL_LINES, limitBytes: MAX_READ_BYTES },
      accept: 'text/plain',
      signal,
      deadlineMs: DEADLINE_MS,
    });
    const text = await response.text();
    if (response.status !== 200 || text.trim() === '') {
      return undefined;
    }
    return lastBytes(redacted(text, request.secrets ?? []), MAX_BYTES);
  } catch {
    return undefined;
  }
}

function redacted(text: string, secrets: readonly string[]): string {
  const redactor = new LogRedactor();
  const bytes = new TextEncoder().encode(redactKnown(text, secrets));
  return redactor.push(bytes) + redactor.end();
}

/** The end of the text, from the beginning of a line where it must be cut. */
function lastBytes(text: string, max: number): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= max) {
    return text;
  }
  const tail = bytes.subarray(bytes.length - max);
  const line = tail.indexOf(0x0a);
  return line >= 0 && line < tail.length - 1
    ? tail.subarray(line + 1).toString('utf8')
    : // One endless line: cut where a character begins.
      tail.subarray(characterStart(tail)).toString('utf8');
}

function characterStart(bytes: Buffer): number {
  let start = 0;
  while (start < 4 && (bytes[start] & 0xc0) === 0x80) {
    start += 1;
  }
  return start;
}
