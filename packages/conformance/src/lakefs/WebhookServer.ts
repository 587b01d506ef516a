import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** A webhook call that came in. */
export interface WebhookCall {
  path: string;
  event: any;
}

/** Answers webhooks: `/ok`, `/reject` (400), `/html`, `/hang` (never). */
export class WebhookServer {
  readonly calls: WebhookCall[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      void this.answer(request, response);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>(resolve =>
      this.server.listen(0, '127.0.0.1', resolve),
    );
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  /** Calls about one repository. */
  of(repository: string): WebhookCall[] {
    return this.calls.filter(({ event }) => event.repository_id === repository);
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url ?? '';
    const text = Buffer.concat(chunks).toString('utf8');
    this.calls.push({ path, event: text ? JSON.parse(text) : {} });
    if (path.startsWith('/hang')) return;
    const html = path.startsWith('/html');
    response.writeHead(path.startsWith('/reject') ? 400 : 200, {
      'content-type': html ? 'text/html' : 'application/json',
    });
    response.end(html ? '<h1>Welcome</h1>' : '{"said":"by the webhook"}');
  }
}
