import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer, ServerOptions } from 'node:https';
import { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';

export interface SeenRequest {
  method?: string;
  url?: string;
  /** Names and values as they came, repeated headers repeated. */
  rawHeaders: readonly string[];
  headers: IncomingMessage['headers'];
  body: string;
  /** Common name of the client certificate. */
  client?: string;
}

/** A server that answers as a test says, and remembers what it was asked. */
export class TestServer {
  readonly seen: SeenRequest[] = [];
  answer: (res: ServerResponse, request: SeenRequest) => void = res => {
    res.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":1}');
  };
  readonly #server: ReturnType<typeof createServer>;
  readonly #scheme: string;

  constructor(tls?: ServerOptions) {
    const handle = (req: IncomingMessage, res: ServerResponse) =>
      this.#handle(req, res);
    this.#server = tls ? createTlsServer(tls, handle) : createServer(handle);
    this.#scheme = tls ? 'https' : 'http';
  }

  async start(): Promise<this> {
    await new Promise<void>(resolve =>
      this.#server.listen(0, '127.0.0.1', resolve),
    );
    return this;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#scheme}://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #handle(req: IncomingMessage, res: ServerResponse): void {
    let body = '';
    req.on('data', chunk => {
      body += chunk;
    });
    req.on('end', () => {
      const { method, url, rawHeaders, headers } = req;
      const peer = (req.socket as Partial<TLSSocket>).getPeerCertificate?.();
      const commonName = peer?.subject?.CN;
      const request: SeenRequest = {
        method,
        url,
        rawHeaders,
        headers,
        body,
        client: Array.isArray(commonName) ? commonName[0] : commonName,
      };
      this.seen.push(request);
      this.answer(res, request);
    });
  }
}
