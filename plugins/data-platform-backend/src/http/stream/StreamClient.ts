/** The far end of one stream. */
export interface StreamClient {
  /** Sends text as it is; what cannot be sent at once waits in the process. */
  write(text: string | Buffer): void;
  /** Bytes that wait because the reader is slow. */
  buffered(): number;
  /** Ends the stream in good order. */
  end(): void;
  /** Cuts the connection, with what waits in it. */
  destroy(): void;
}
