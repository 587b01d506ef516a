import { ClusterConnection } from '../clusters/types';
import { KnownSecrets } from '../redaction/KnownSecrets';
import { LogRedactor } from '../redaction/LogRedactor';

const TAIL_LINES = 200;
const MAX_BYTES = 64 * 1024;
/** More than is kept: the server counts from the beginning of the tail, and its end is what tells. */
const MAX_READ_BYTES = 4 * 1024 * 1024;
const DEADLINE_MS = 10_000;
/** What a kubelet answers, with 200, when the container has just been removed (seen on 1.36). */
const REMOVED = /^unable to retrieve container logs for \S+\s*$/;

/** Which log to read. */
export interface LogTailRequest {
  connection: ClusterConnection;
  namespace: string;
  pod: string;
  container: string;
  signal: AbortSignal;
}

/** What came: the status as the server gave it, 404 also where it only meant that; text where there is a log. */
export interface LogTailAnswer {
  status: number;
  text?: string;
  /** Of the last 200 lines, the first were too much. */
  truncated?: boolean;
}

/**
 * The last 200 lines of a container's log, redacted, at most 64 KiB; read as the portal itself. Without text where the
 * server answered anything but a log: 403 where the portal may not read logs, 404 where the pod is gone already.
 * @throws ClusterError where no answer came
 */
export async function readLogTail({
  connection,
  namespace,
  pod,
  container,
  signal,
}: LogTailRequest): Promise<LogTailAnswer> {
  const part = encodeURIComponent;
  const response = await connection.request({
    path: `/api/v1/namespaces/${part(namespace)}/pods/${part(pod)}/log`,
    query: { container, tailLines: TAIL_LINES, limitBytes: MAX_READ_BYTES },
    accept: 'text/plain, application/json',
    signal,
    deadlineMs: DEADLINE_MS,
  });
  const { status } = response;
  const text = await response.text();
  if (status !== 200 || text.trim() === '') {
    return { status };
  }
  if (REMOVED.test(text)) {
    return { status: 404 };
  }
  const shown = redacted(text);
  const kept = lastBytes(shown, MAX_BYTES);
  return { status, text: kept, ...(kept !== shown && { truncated: true }) };
}

/** Twice: what a late line gives away may stand in an early one. */
function redacted(text: string): string {
  const secrets = new KnownSecrets();
  return through(
    new LogRedactor(secrets),
    through(new LogRedactor(secrets), text),
  );
}

function through(redactor: LogRedactor, text: string): string {
  return redactor.push(new TextEncoder().encode(text)) + redactor.end();
}

/** The end of the text, from the beginning of a line where it must be cut. */
function lastBytes(text: string, max: number): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= max) {
    return text;
  }
  const tail = bytes.subarray(bytes.length - max);
  const line = tail.indexOf('\n');
  const whole = line >= 0 && line < tail.length - 1;
  return tail
    .subarray(whole ? line + 1 : characterStart(tail))
    .toString('utf8');
}

/** One endless line is cut where a character begins. */
function characterStart(bytes: Buffer): number {
  let start = 0;
  while ((bytes[start] & 0xc0) === 0x80) {
    start += 1;
  }
  return start;
}
