import { ClusterError } from '../../clusters/ClusterError';
import {
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from '../../clusters/types';
import { LineStream } from './LineStream';
import { selects } from './selects';

/** One line of a watch. */
export interface WatchLine {
  /** Plural of the resource. */
  watch: string;
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: any;
}

const GROUPS: Readonly<Record<string, Readonly<Record<string, string[]>>>> = {
  'sparkoperator.k8s.io': {
    v1beta2: ['sparkapplications', 'scheduledsparkapplications'],
  },
  'kubeflow.org': { v1: ['notebooks'] },
};

/** A cluster that is empty when it is listed; what happens on it afterwards is written into its watches. */
export class PlayedCluster implements ClusterConnection {
  readonly name = 'eu-1';
  readonly impersonationPrefix = 'backstage:';
  readonly canBootstrap = false;
  readonly #watches = new Map<LineStream, { plural: string; query: Query }>();
  #down = false;

  async request(request: ClusterRequest): Promise<ClusterResponse> {
    const { path, query = {}, signal } = request;
    if (this.#down) {
      throw new ClusterError(this.name, 'refused', 'connection refused');
    }
    const plural = path.split('/').pop() ?? '';
    if (query.watch) {
      const stream = new LineStream(signal);
      this.#watches.set(stream, { plural, query });
      return answer(200, '', stream);
    }
    if (path === '/version') {
      return answer(200, { gitVersion: 'v1.36.2' });
    }
    if (path === '/apis') {
      return answer(200, discovery());
    }
    if (request.method === 'POST') {
      return answer(201, { status: { allowed: true } });
    }
    return answer(200, { metadata: { resourceVersion: '1' }, items: [] });
  }

  serves(plural: string): boolean {
    return Object.values(GROUPS).some(versions =>
      Object.values(versions).some(plurals => plurals.includes(plural)),
    );
  }

  /** True once somebody watches that resource. */
  isWatched(plural: string): boolean {
    return this.#open().some(([, watch]) => watch.plural === plural);
  }

  tell({ watch, type, object }: WatchLine): void {
    for (const [stream, { plural, query }] of this.#open()) {
      if (plural === watch && (type === 'BOOKMARK' || selects(query, object))) {
        stream.push({ type, object: versioned(object) });
      }
    }
  }

  /** Ends all watches; nothing is answered from now on. */
  cut(): void {
    this.#down = true;
    this.#open().forEach(([stream]) => stream.end());
  }

  async close(): Promise<void> {}

  #open() {
    return [...this.#watches].filter(([stream]) => !stream.ended);
  }
}

type Query = NonNullable<ClusterRequest['query']>;

function discovery() {
  return {
    kind: 'APIGroupDiscoveryList',
    items: Object.entries(GROUPS).map(([name, versions]) => ({
      metadata: { name },
      versions: Object.entries(versions).map(([version, plurals]) => ({
        version,
        freshness: 'Current',
        resources: plurals.map(resource => ({
          resource,
          verbs: ['list', 'watch'],
        })),
      })),
    })),
  };
}

function versioned(object: any) {
  const resourceVersion = object.metadata?.resourceVersion ?? '2';
  return { ...object, metadata: { ...object.metadata, resourceVersion } };
}

function answer(
  status: number,
  body: unknown,
  stream: AsyncIterable<Uint8Array> = new LineStream(AbortSignal.abort()),
): ClusterResponse {
  return {
    status,
    headers: new Headers(),
    warnings: [],
    json: async () => body,
    text: async () => JSON.stringify(body),
    stream: () => stream,
  };
}
