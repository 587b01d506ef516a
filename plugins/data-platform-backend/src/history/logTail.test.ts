import { ClusterConnection, ClusterRequest } from '../clusters/types';
import { readLogTail } from './logTail';

function answering(status: number, body: string) {
  const requests: ClusterRequest[] = [];
  const connection: ClusterConnection = {
    name: 'eu',
    impersonationPrefix: 'backstage:',
    canBootstrap: false,
    async request(request) {
      requests.push(request);
      return {
        status,
        headers: new Headers(),
        warnings: [],
        json: async () => JSON.parse(body),
        text: async () => body,
        async *stream() {},
      };
    },
    async close() {},
  };
  const read = () =>
    readLogTail({
      connection,
      namespace: 'sales',
      pod: 'orders-driver',
      container: 'main',
      signal: new AbortController().signal,
    });
  return { requests, read };
}

describe('readLogTail', () => {
  it('reads the last lines as the portal, with a deadline', async () => {
    const { requests, read } = answering(200, 'one\ntwo\n');
    expect(await read()).toEqual({ status: 200, text: 'one\ntwo\n' });
    expect(requests).toMatchObject([
      {
        path: '/api/v1/namespaces/sales/pods/orders-driver/log',
        query: { container: 'main', tailLines: 200 },
        deadlineMs: expect.any(Number),
      },
    ]);
    expect(requests[0].as).toBeUndefined();
  });

  it.each([403, 404, 400, 204])('has no text of an answer %d', async status => {
    expect(await answering(status, '{"kind":"Status"}').read()).toEqual({
      status,
    });
  });

  it('has no text of an empty log', async () => {
    expect(await answering(200, '\n').read()).toEqual({ status: 200 });
  });

  it.each([
    ['db.password=hunter2hunter2', 'hunter2hunter2'],
    ['Authorization: Bearer abcdef0123456789', 'abcdef0123456789'],
    ['key AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
    ['jdbc:postgres://me:s3cr3tpw@db/x', 's3cr3tpw'],
  ])('takes the secret out of %s', async (line, secret) => {
    const { text } = await answering(200, `start\n${line}\nend\n`).read();
    expect(text).not.toContain(secret);
    expect(text).toMatch(/^start\n.*\nend\n$/);
  });

  it('keeps the end of a long log, in whole lines', async () => {
    const line = `${'ü'.repeat(500)}\n`;
    const { text } = await answering(200, line.repeat(200)).read();
    expect(Buffer.byteLength(text!)).toBeLessThanOrEqual(64 * 1024);
    expect(text!.startsWith(line)).toBe(true);
    expect(text!.endsWith(line)).toBe(true);
  });

  it('never cuts inside a character', async () => {
    const { text } = await answering(200, `a${'ü'.repeat(50_000)}`).read();
    expect(text).toMatch(/^ü+$/);
  });
});
