import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { monotonic } from '../process/monotonic';
import { RequestClass, requestClass } from './requestClass';

const REQUEST_START = 'http.server.request.start';

/** What the API servers were asked so far. */
export interface RequestCounts {
  total: number;
  byClass: Partial<Record<RequestClass, number>>;
  /** By path without its query. */
  byPath: Record<string, number>;
  /** {@link monotonic} time of the first request. */
  firstAt?: number;
}

/** Counts every request that HTTP servers of this process get, below all of their own code. */
export class RequestLog {
  #counts: RequestCounts = { total: 0, byClass: {}, byPath: {} };
  readonly #listener = (message: unknown) => {
    const { method, url } = (message as { request: IncomingMessage }).request;
    this.record(method ?? '', url ?? '');
  };

  start(): void {
    subscribe(REQUEST_START, this.#listener);
  }

  stop(): void {
    unsubscribe(REQUEST_START, this.#listener);
  }

  record(method: string, url: string): void {
    const counts = this.#counts;
    const kind = requestClass(method, url);
    const path = `${method} ${url.split('?', 1)[0]}`;
    counts.total += 1;
    counts.byClass[kind] = (counts.byClass[kind] ?? 0) + 1;
    counts.byPath[path] = (counts.byPath[path] ?? 0) + 1;
    counts.firstAt ??= monotonic();
  }

  get counts(): RequestCounts {
    return structuredClone(this.#counts);
  }
}
