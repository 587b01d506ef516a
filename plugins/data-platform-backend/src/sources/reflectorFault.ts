import { ClusterError } from '../clusters/ClusterError';
import { Refusal } from './Refusal';

/** What a failure of a list or watch means for the next attempt. */
export interface ReflectorFault {
  /**
   * - `no-answer`: the connection; the cluster may be down
   * - `credentials`: 401
   * - `busy`: the server asks for patience, or fails inside
   * - `spoiled`: an answer that cannot be read
   * - `gone`: the server no longer knows where we were: list again
   * - `forbidden`, `missing`: 403 and 404 of the kind
   * - `refused`: any other 4xx; trying at once again would not help
   */
  type:
    | 'no-answer'
    | 'credentials'
    | 'busy'
    | 'spoiled'
    | 'gone'
    | 'forbidden'
    | 'missing'
    | 'refused';
  /** For use inside a sentence, but for `forbidden`: a sentence. */
  message: string;
  retryAfterMs?: number;
  /** A fault of ours, to be logged. */
  internal?: boolean;
}

/** Judges whatever a list or watch threw. */
export function reflectorFault(error: unknown): ReflectorFault {
  if (error instanceof ClusterError) {
    return {
      type:
        error.kind === 'protocol' || error.kind === 'too-large'
          ? 'spoiled'
          : 'no-answer',
      message: error.reason,
    };
  }
  if (!(error instanceof Refusal)) {
    return { type: 'gone', message: 'an internal error', internal: true };
  }
  const { status, words, retryAfterMs } = error;
  const message = `HTTP ${status}: ${words}`;
  switch (status) {
    case 401:
      return { type: 'credentials', message: 'HTTP 401' };
    case 403:
      return { type: 'forbidden', message: `The portal may not: ${words}.` };
    case 404:
      return { type: 'missing', message };
    case 410:
      return { type: 'gone', message };
    case 429:
      return { type: 'busy', message: 'HTTP 429', retryAfterMs };
    default:
      return status >= 500
        ? { type: 'busy', message: `HTTP ${status}`, retryAfterMs }
        : { type: 'refused', message };
  }
}
