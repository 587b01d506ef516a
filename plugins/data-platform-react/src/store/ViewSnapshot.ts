/** What is known of a view right now. */
export interface ViewSnapshot<T> {
  /** The last answer; stays while a newer one is read or cannot be had. */
  value?: T;
  /** Why the last read failed; gone once a read succeeds. */
  error?: Error;
  /** A read is under way. */
  loading: boolean;
  /** Time (ms) of the last answer that was known to be current. */
  readAt?: number;
}
