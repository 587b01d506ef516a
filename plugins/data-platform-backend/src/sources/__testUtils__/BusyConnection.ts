import {
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from '../../clusters/types';

/** A connection that knows how many requests wait for an answer, so that a test lets no time pass meanwhile. */
export class BusyConnection implements ClusterConnection {
  readonly #inner: ClusterConnection;
  /** Requests without a complete answer; endless streams count until their headers. */
  pending = 0;

  constructor(inner: ClusterConnection) {
    this.#inner = inner;
  }

  get name() {
    return this.#inner.name;
  }

  get namespaces() {
    return this.#inner.namespaces;
  }

  get impersonationPrefix() {
    return this.#inner.impersonationPrefix;
  }

  get canBootstrap() {
    return this.#inner.canBootstrap;
  }

  async request(req: ClusterRequest): Promise<ClusterResponse> {
    const response = await this.#count(() => this.#inner.request(req));
    return {
      ...response,
      json: () => this.#count(() => response.json()),
      text: () => this.#count(() => response.text()),
    };
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  async #count<T>(call: () => Promise<T>): Promise<T> {
    this.pending += 1;
    try {
      return await call();
    } finally {
      this.pending -= 1;
    }
  }
}
