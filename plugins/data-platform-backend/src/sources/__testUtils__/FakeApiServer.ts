import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { FakeRequest, fakeRequest, matchesSelectors } from './fakeRequest';
import { FakeChange, FakeStore, versionNumber, versionText } from './FakeStore';

/** What goes wrong with a request. `true` from a handler: it has answered. */
export type Fault = (
  request: FakeRequest,
  res: ServerResponse,
  req: IncomingMessage,
) => boolean;

/** Resources that are served: `sparkoperator.k8s.io/v1beta2/sparkapplications`; core as `/v1/pods`. */
export const CORE = [
  '/v1/namespaces',
  '/v1/pods',
  '/v1/events',
  '/v1/resourcequotas',
  '/v1/limitranges',
  'rbac.authorization.k8s.io/v1/rolebindings',
];
export const SPARK = 'sparkoperator.k8s.io/v1beta2/sparkapplications';
/** Key of SPARK in the store. */
export const SPARK_APPS = 'sparkoperator.k8s.io/sparkapplications';

/** A small Kubernetes API with faults on command: list in pages, watch, discovery, 410, 403, 401. */
export class FakeApiServer {
  store: FakeStore;
  served = new Set([...CORE, SPARK]);
  /** When set, the only bearer token that is taken. */
  token?: string;
  aggregatedDiscovery = true;
  gitVersion = 'v1.36.2';
  /** Whether it makes lists of metadata alone. */
  metadataLists = true;
  /** Added to the Date header, ms. */
  skewMs = 0;
  now: () => number = Date.now;
  readonly requests: FakeRequest[] = [];
  /** Requests that a fault left without an answer. */
  hung = 0;
  #faults: Fault[] = [];
  #watches = new Set<{ request: FakeRequest; res: ServerResponse }>();
  #server?: Server;
  #port = 0;

  constructor(store = new FakeStore()) {
    this.store = store;
    this.#attach(store);
    store.put('/namespaces', undefined, 'kube-system');
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get watching(): FakeRequest[] {
    return [...this.#watches].map(({ request }) => request);
  }

  async start(): Promise<this> {
    const server = createServer((req, res) => this.#handle(req, res));
    this.#server = server;
    await new Promise<void>(resolve =>
      server.listen(this.#port, '127.0.0.1', resolve),
    );
    this.#port = (server.address() as AddressInfo).port;
    return this;
  }

  /** Cuts all connections; new ones are refused until {@link start}. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#watches.clear();
    server?.closeAllConnections();
    await new Promise<void>(resolve =>
      server ? server.close(() => resolve()) : resolve(),
    );
  }

  /** Another history at the same address. */
  replaceStore(store: FakeStore): void {
    this.store = store;
    this.#attach(store);
    store.put('/namespaces', undefined, 'kube-system');
  }

  /** @returns how to end the fault */
  fault(fault: Fault): () => void {
    this.#faults.push(fault);
    return () => {
      this.#faults = this.#faults.filter(each => each !== fault);
    };
  }

  /** The fault for the next request that `when` picks, then no more. */
  faultOnce(when: (request: FakeRequest) => boolean, fault: Fault): void {
    const end = this.fault((request, res, req) => {
      if (!when(request)) {
        return false;
      }
      end();
      return fault(request, res, req);
    });
  }

  /** Writes raw bytes into the watches of a resource. */
  write(plural: string, bytes: string | Uint8Array): void {
    for (const { request, res } of this.#watches) {
      if (request.plural === plural) {
        res.write(bytes);
      }
    }
  }

  /** Ends the watches of a resource, cleanly or by reset. */
  endWatches(plural: string, how: 'end' | 'reset' = 'end'): void {
    for (const watch of [...this.#watches]) {
      if (watch.request.plural === plural) {
        this.#watches.delete(watch);
        if (how === 'end') {
          watch.res.end();
        } else {
          watch.res.socket?.resetAndDestroy();
        }
      }
    }
  }

  count(when: (request: FakeRequest) => boolean): number {
    return this.requests.filter(when).length;
  }

  #attach(store: FakeStore): void {
    store.onChange = change => {
      for (const watch of this.#watches) {
        this.#send(watch, change);
      }
    };
  }

  #handle(req: IncomingMessage, res: ServerResponse): void {
    const request = fakeRequest(req);
    this.requests.push(request);
    res.setHeader('date', new Date(this.now() + this.skewMs).toUTCString());
    if (this.#faults.some(fault => fault(request, res, req))) {
      if (!res.writableEnded) {
        this.hung += 1;
        res.on('close', () => {
          this.hung -= 1;
        });
      }
      return;
    }
    if (this.token && req.headers.authorization !== `Bearer ${this.token}`) {
      sendStatus(res, 401, 'Unauthorized');
    } else if (request.path === '/version') {
      sendJson(res, 200, { gitVersion: this.gitVersion });
    } else if (request.path === '/apis') {
      this.#discovery(res);
    } else if (req.method === 'POST') {
      sendJson(res, 201, { status: { allowed: true } });
    } else if (request.plural === '') {
      this.#groupVersion(request, res);
    } else if (!this.served.has(request.served)) {
      res.writeHead(404, { 'content-type': 'text/plain' });
      res.end('404 page not found\n');
    } else if (request.name !== undefined) {
      this.#get(request, res);
    } else if (request.query.get('watch') === 'true') {
      this.#watch(request, res);
    } else {
      this.#list(request, res);
    }
  }

  #get(request: FakeRequest, res: ServerResponse): void {
    const found = this.store
      .list(request.resource, request.namespace)
      .find(({ metadata }) => metadata.name === request.name);
    if (found) {
      sendJson(res, 200, found);
    } else {
      sendStatus(res, 404, 'not found');
    }
  }

  #list(request: FakeRequest, res: ServerResponse): void {
    const { query } = request;
    const at = query.get('resourceVersion');
    if (at && versionNumber(at) > this.store.version) {
      sendStatus(res, 504, 'Timeout: Too large resource version');
      return;
    }
    const token = query.get('continue');
    const [start, version] = token
      ? token.split('.').map(Number)
      : [0, this.store.version];
    if (token && version < this.store.compacted) {
      sendStatus(res, 410, 'The provided continue parameter is too old');
      return;
    }
    const all = this.store
      .list(request.resource, request.namespace)
      .filter(object => matchesSelectors(object, query));
    const end = start + Number(query.get('limit') ?? all.length);
    const bare = /as=PartialObjectMetadataList/.test(
      request.headers.accept ?? '',
    );
    if (bare && !this.metadataLists) {
      sendStatus(res, 406, 'only application/json is served');
      return;
    }
    const items = all.slice(start, end);
    sendJson(res, 200, {
      kind: bare ? 'PartialObjectMetadataList' : 'List',
      metadata: {
        resourceVersion: versionText(version),
        continue: end < all.length ? `${end}.${version}` : '',
      },
      items: bare ? items.map(({ metadata }) => ({ metadata })) : items,
    });
  }

  #watch(request: FakeRequest, res: ServerResponse): void {
    const from = versionNumber(request.query.get('resourceVersion') ?? 'v0');
    res.writeHead(200, { 'content-type': 'application/json' });
    res.flushHeaders();
    const missed = this.store.since(from);
    if (!missed) {
      res.end(errorLine(410, `too old resource version: ${from}`));
      return;
    }
    const watch = { request, res };
    this.#watches.add(watch);
    res.on('close', () => this.#watches.delete(watch));
    missed.forEach(change => this.#send(watch, change));
  }

  #send(
    { request, res }: { request: FakeRequest; res: ServerResponse },
    { type, resource, object }: FakeChange,
  ): void {
    const { namespace } = request;
    if (
      resource === request.resource &&
      (namespace === undefined || namespace === object.metadata.namespace) &&
      matchesSelectors(object, request.query)
    ) {
      res.write(`${JSON.stringify({ type, object })}\n`);
    }
  }

  #discovery(res: ServerResponse): void {
    if (!this.aggregatedDiscovery) {
      sendJson(res, 200, { kind: 'APIGroupList', groups: [] });
      return;
    }
    sendJson(res, 200, {
      kind: 'APIGroupDiscoveryList',
      items: [...this.served]
        .filter(name => !name.startsWith('/'))
        .map(name => {
          const [group, version, resource] = name.split('/');
          const resources = [{ resource, verbs: ['list', 'watch'] }];
          return {
            metadata: { name: group },
            versions: [{ version, resources, freshness: 'Current' }],
          };
        }),
    });
  }

  #groupVersion(request: FakeRequest, res: ServerResponse): void {
    const prefix = request.path.replace(/^\/apis?\/?/, '');
    const resources = [...this.served]
      .filter(name => name.startsWith(`${prefix}/`))
      .map(name => ({
        name: name.slice(prefix.length + 1),
        verbs: ['list', 'watch'],
      }));
    if (resources.length > 0) {
      sendJson(res, 200, { kind: 'APIResourceList', resources });
    } else {
      res.writeHead(404).end('404 page not found\n');
    }
  }
}

export function sendJson(res: ServerResponse, status: number, body: unknown) {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}

export function sendStatus(
  res: ServerResponse,
  code: number,
  message: string,
  headers: Record<string, string> = {},
) {
  res.writeHead(code, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify({ kind: 'Status', status: 'Failure', code, message }));
}

export function errorLine(code: number, message: string): string {
  const object = { kind: 'Status', status: 'Failure', code, message };
  return `${JSON.stringify({ type: 'ERROR', object })}\n`;
}
