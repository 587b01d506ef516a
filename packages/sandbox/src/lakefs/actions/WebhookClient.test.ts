import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { SystemClock } from '../../clock/SystemClock';
import { ManualClock } from '../../clock/ManualClock';
import { WebhookClient } from './WebhookClient';

describe('WebhookClient', () => {
  const seen: string[] = [];
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', chunk => (body += chunk));
      request.on('end', () => {
        seen.push(`${request.method} ${request.url} ${body}`);
        if (request.url === '/redirect') {
          response.writeHead(302, { location: '/ok' }).end();
        } else if (request.url === '/loop') {
          response.writeHead(302, { location: '/loop' }).end();
        } else if (request.url === '/reset') {
          request.socket.resetAndDestroy();
        } else if (request.url !== '/hang') {
          response.end('fine');
        }
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  beforeEach(() => seen.splice(0));

  const never = new AbortController().signal;
  const post = (client: WebhookClient, path: string, signal = never) =>
    client.post(url + path, { headers: {}, body: '{}' }, 5_000, signal);

  it('follows a redirect as a GET, which loses the body', async () => {
    const client = new WebhookClient(new SystemClock());
    expect((await post(client, '/redirect')).status).toBe(200);
    expect(seen).toEqual(['POST /redirect {}', 'GET /ok ']);
  });

  it('gives up a chain of redirects', async () => {
    const client = new WebhookClient(new SystemClock());
    await expect(post(client, '/loop')).rejects.toThrow(
      `Post "${url}/loop": stopped after 10 redirects`,
    );
  });

  it('gives up after its time', async () => {
    const clock = new ManualClock();
    const waiting = post(new WebhookClient(clock), '/hang');
    clock.advance(5_000);
    await expect(waiting).rejects.toThrow(
      `Post "${url}/hang": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
    );
  });

  it('ends when nobody waits any more', async () => {
    const abort = new AbortController();
    const waiting = post(
      new WebhookClient(new ManualClock()),
      '/hang',
      abort.signal,
    );
    abort.abort();
    await expect(waiting).rejects.toThrow('context canceled');
  });

  it('says in the words of Go why nobody answered', async () => {
    const client = new WebhookClient(new SystemClock());
    await expect(post(client, '/reset')).rejects.toThrow(
      `Post "${url}/reset": EOF`,
    );
    const refused = client.post(
      'http://127.0.0.1:9/x',
      { headers: {}, body: '' },
      5_000,
      never,
    );
    await expect(refused).rejects.toThrow(
      'Post "http://127.0.0.1:9/x": dial tcp 127.0.0.1:9: connect: connection refused',
    );
  });

  it('leads hosts of the sandbox elsewhere', async () => {
    const client = new WebhookClient(new SystemClock(), {
      'portal.sandbox': url,
      'checks.sandbox': ({ path }) => ({ status: 400, body: path }),
    });
    const send = (to: string) =>
      client.post(to, { headers: {}, body: '1' }, 5_000, never);
    expect((await send('http://portal.sandbox/api?x=1')).status).toBe(200);
    expect(seen).toEqual(['POST /api?x=1 1']);
    const { status, dump } = await send('http://checks.sandbox/contract');
    expect(status).toBe(400);
    expect(dump).toBe(
      'HTTP/1.1 400 Bad Request\r\nContent-Length: 9\r\n\r\n/contract',
    );
  });
});
