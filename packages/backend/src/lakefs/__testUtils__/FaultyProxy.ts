import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** How the server behind it seems to answer. */
export type Fault = 'refused-key' | 'web-page' | 'cut-off' | 'no-json';

/** Stands before a server, and spoils its answers when told to. */
export class FaultyProxy {
  readonly #server = createServer((req, res) => {
    // The server behind it may be gone, at the end of a test say: whoever asks is cut off, as by any proxy.
    this.#answer(req, res).catch(() => res.destroy());
  });
  readonly #target: string;
  /** Undefined: all goes through. */
  fault: Fault | undefined;

  constructor(target: string) {
    this.#target = target;
  }

  async start(): Promise<string> {
    await new Promise<void>(done =>
      this.#server.listen(0, '127.0.0.1', () => done()),
    );
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    switch (this.fault) {
      case 'refused-key':
        res.writeHead(401, { 'Content-Type': 'application/json' });
        res.end('{"message":"error authenticating request"}');
        return;
      case 'web-page':
        res.writeHead(200, { 'Content-Type': 'text/html' });
        res.end('<html><script>alert(1)</script></html>');
        return;
      case 'no-json':
        res.writeHead(200, { 'Content-Type': 'application/json' });
        res.end('{"results":[');
        return;
      case 'cut-off':
        res.writeHead(200, { 'Content-Length': '1000' });
        res.write('{"pagination":');
        res.destroy();
        return;
      default:
        await this.#pass(req, res);
    }
  }

  async #pass(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const { method = 'GET', url = '/' } = req;
    const answer = await fetch(`${this.#target}${url}`, {
      method,
      ...(method !== 'GET' && { body: Buffer.concat(chunks) }),
      headers: {
        Authorization: req.headers.authorization ?? '',
        'Content-Type': req.headers['content-type'] ?? '',
      },
    });
    res.writeHead(answer.status, {
      'Content-Type': answer.headers.get('content-type') ?? '',
    });
    res.end(Buffer.from(await answer.arrayBuffer()));
  }
}
