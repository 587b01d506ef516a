import {
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from '../../clusters/types';

/** A cluster that remembers what it was asked and answers as told. */
export class FakeCluster implements ClusterConnection {
  readonly name = 'eu-1';
  readonly impersonationPrefix = 'backstage:';
  readonly canBootstrap = false;
  readonly requests: ClusterRequest[] = [];
  answer: (
    request: ClusterRequest,
  ) => ClusterResponse | Promise<ClusterResponse> = () =>
    response(404, 'not found');

  async request(request: ClusterRequest): Promise<ClusterResponse> {
    this.requests.push(request);
    return this.answer(request);
  }

  async close(): Promise<void> {}
}

/** An answer with a body: text, an object as JSON, or pieces that come one by one. */
export function response(
  status: number,
  body: string | object | AsyncIterable<Uint8Array>,
): ClusterResponse {
  const pieces =
    typeof body === 'object' && Symbol.asyncIterator in body ? body : undefined;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    headers: new Headers(),
    warnings: [],
    json: async () => JSON.parse(text),
    text: async () => text,
    stream: () => pieces ?? one(text),
  };
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
