import { ClientRequest, get } from 'node:http';
import { monotonic } from '../process/monotonic';
import { EventSplitter } from './EventSplitter';
import { FrameBook, KnownFrame } from './FrameBook';

/** One frame at one client. */
export interface Arrival {
  frame: KnownFrame;
  /** {@link monotonic} time at which the whole of it was there. */
  at: number;
}

/** An open /v1/stream, on a connection of its own as a tab has it. */
export class Stream {
  readonly arrivals: Arrival[] = [];
  readonly #request: ClientRequest;
  #bytes = 0;
  #cut = false;

  private constructor(request: ClientRequest) {
    this.#request = request;
  }

  /** Resolves with the first frame there: the stream is authorised and open. */
  static open(options: {
    portalUrl: string;
    token: string;
    book: FrameBook;
    onFrame?: (frame: KnownFrame) => void;
  }): Promise<Stream> {
    const { portalUrl, token, book, onFrame } = options;
    return new Promise((resolve, reject) => {
      const request = get(`${portalUrl}/api/data-platform/v1/stream`, {
        agent: false,
        headers: { authorization: `Bearer ${token}` },
      });
      const stream = new Stream(request);
      request.once('error', error => {
        stream.#cut = true;
        reject(error);
      });
      request.once('response', response => {
        if (response.statusCode !== 200) {
          reject(new Error(`/v1/stream was answered ${response.statusCode}`));
          request.destroy();
          return;
        }
        const splitter = new EventSplitter(event => {
          const at = monotonic();
          const frame = book.read(event);
          if (!frame) return;
          stream.arrivals.push({ frame, at });
          onFrame?.(frame);
          resolve(stream);
        });
        response.on('data', (chunk: Buffer) => {
          stream.#bytes += chunk.length;
          splitter.push(chunk);
        });
        response.once('close', () => {
          stream.#cut = true;
        });
        response.once('error', () => {});
      });
    });
  }

  /** The other end has closed it. */
  get cut(): boolean {
    return this.#cut;
  }

  get bytes(): number {
    return this.#bytes;
  }

  close(): void {
    this.#request.destroy();
  }
}
