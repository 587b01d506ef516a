/** Spark's REST API of a driver or a History Server, below `/api/v1`. */
export interface SparkApi {
  /**
   * One answer, parsed. Redirects are refused, the body is bounded, and so is the time.
   * @throws {@link SparkApiError}
   */
  get(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<unknown>;
}

/** Why there is no answer, by what is to be done about it. */
export type SparkApiFault =
  /** The cluster refuses the portal: a rule lacks. */
  | 'forbidden'
  /** Spark itself refuses (spark.acls.enable, a filter). */
  | 'denied'
  /** Nothing is known of it there, or not yet. */
  | 'absent'
  /** It does not answer: not up yet, gone, cut off by a policy. */
  | 'unreachable'
  /** The cluster does not answer. */
  | 'cluster'
  /** The answer is larger than may be read. */
  | 'too-large'
  /** The answer is not what Spark would say. */
  | 'nonsense'
  /** Given up on purpose. */
  | 'aborted';

/** No answer of Spark. */
export class SparkApiError extends Error {
  readonly fault: SparkApiFault;

  constructor(fault: SparkApiFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SparkApiError';
    this.fault = fault;
  }
}

/** From asking to the last byte. */
export const DEADLINE_MS = 5_000;
/** A list of 600 stages; a longer one is asked for in parts. */
export const MAX_BYTES = 2 * 2 ** 20;
