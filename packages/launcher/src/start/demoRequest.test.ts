import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { askInDemo } from './demoRequest';

describe('askInDemo', () => {
  /** Answers to `POST /v1/approvals`, in order. */
  let answers: number[];
  let asked: { authorization?: string; body: any }[];
  let items: object[];
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const send = (status: number, body: object) =>
          response.writeHead(status).end(JSON.stringify(body));
        if (request.url?.startsWith('/api/auth/')) {
          send(200, { backstageIdentity: { token: 'of-ada' } });
        } else if (request.method === 'GET') send(200, { items });
        else {
          const { authorization } = request.headers;
          const body = JSON.parse(Buffer.concat(chunks).toString());
          asked.push({ authorization, body });
          send(answers.shift() ?? 200, { error: { message: 'not listed' } });
        }
      });
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    [answers, asked, items] = [[], [], []];
  });
  afterAll(() => server.close());

  it('asks as a person, as soon as the repository is known', async () => {
    answers = [404, 200];
    expect(await askInDemo(url, { everyMs: 1 })).toBe(true);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({
      authorization: 'Bearer of-ada',
      body: { request: { operation: 'lakefs:merge' } },
    });
  });

  it('asks nothing where somebody has asked before', async () => {
    items = [{ id: 'one' }];
    expect(await askInDemo(url)).toBe(false);
    expect(asked).toEqual([]);
  });

  it('tells the last answer when time is up', async () => {
    answers = [409];
    await expect(askInDemo(url, { deadlineMs: 0, everyMs: 1 })).rejects.toThrow(
      /409 .*not listed/,
    );
  });
});
