import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { monotonic } from '../process/monotonic';
import { RequestClass, requestClass } from './requestClass';

const REQUEST_START = 'http.server.request.start';
const RESPONSE_FINISH = 'http.server.response.finish';

/** What the API servers were asked so far. */
export interface RequestCounts {
  total: number;
  byClass: Partial<Record<RequestClass, number>>;
  /** By path without its query. */
  byPath: Record<string, number>;
  /** {@link monotonic} time of the first request. */
  firstAt?: number;
  /** From request to answer, of all that have an end; ms. */
  servedMs: number;
}

const NOTHING: RequestCounts = {
  total: 0,
  byClass: {},
  byPath: {},
  servedMs: 0,
};

/** Counts every request that HTTP servers of this process get, below all of their own code. */
export class RequestLog {
  #counts = structuredClone(NOTHING);
  readonly #startedAt = new WeakMap<IncomingMessage, number>();
  readonly #started = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    const { method = '', url = '' } = request;
    if (this.record(method, url) !== 'watch') {
      this.#startedAt.set(request, monotonic());
    }
  };
  readonly #finished = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    const startedAt = this.#startedAt.get(request);
    if (startedAt) this.#counts.servedMs += monotonic() - startedAt;
  };

  start(): void {
    subscribe(REQUEST_START, this.#started);
    subscribe(RESPONSE_FINISH, this.#finished);
  }

  stop(): void {
    unsubscribe(REQUEST_START, this.#started);
    unsubscribe(RESPONSE_FINISH, this.#finished);
  }

  /** Begins anew. */
  reset(): void {
    this.#counts = structuredClone(NOTHING);
  }

  /** @returns what it was for */
  record(method: string, url: string): RequestClass {
    const counts = this.#counts;
    const kind = requestClass(method, url);
    const path = `${method} ${url.split('?', 1)[0]}`;
    counts.total += 1;
    counts.byClass[kind] = (counts.byClass[kind] ?? 0) + 1;
    counts.byPath[path] = (counts.byPath[path] ?? 0) + 1;
    counts.firstAt ??= monotonic();
    return kind;
  }

  get counts(): RequestCounts {
    return structuredClone(this.#counts);
  }
}
