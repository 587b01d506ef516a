import { Finding } from '@millrace/backstage-plugin-data-platform-common';

/** What the backend, or the way to it, answered instead of data. */
export class DataPlatformError extends Error {
  /** HTTP status; 0 when no answer came at all. */
  readonly status: number;
  /** What a plan or an operation was refused for, field by field. */
  readonly findings: readonly Finding[];

  constructor(
    status: number,
    name: string,
    message: string,
    findings: readonly Finding[] = [],
  ) {
    super(message);
    this.name = name;
    this.status = status;
    this.findings = findings;
  }

  /** The caller may not see this. */
  get forbidden(): boolean {
    return this.status === 401 || this.status === 403;
  }

  /** Asking again may help: no answer, a server error, or too many requests. */
  get transient(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

interface ErrorBody {
  error?: { name?: unknown; message?: unknown; findings?: unknown };
}

/** Reads the error of an answer that was not OK; the body may be anything. */
export function errorOfResponse(
  status: number,
  body: unknown,
): DataPlatformError {
  const error =
    typeof body === 'object' && body !== null
      ? (body as ErrorBody).error
      : undefined;
  const message =
    typeof error?.message === 'string' && error.message
      ? error.message
      : `The data platform answered with status ${status}.`;
  return new DataPlatformError(
    status,
    typeof error?.name === 'string' ? error.name : 'ResponseError',
    message,
    Array.isArray(error?.findings) ? (error.findings as Finding[]) : [],
  );
}

/** Wraps what fetch throws when no answer came; an abort stays an abort. */
export function errorOfFailure(cause: unknown): Error {
  if (cause instanceof DataPlatformError) {
    return cause;
  }
  // By name: a DOMException is not an Error everywhere.
  const name = (cause as { name?: unknown } | undefined)?.name;
  if (name === 'AbortError') {
    return cause as Error;
  }
  return name === 'TimeoutError'
    ? new DataPlatformError(
        0,
        'TimeoutError',
        'The portal did not answer in time.',
      )
    : new DataPlatformError(
        0,
        'NetworkError',
        'The portal could not be reached. Check your connection.',
      );
}
