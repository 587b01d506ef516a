import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { Gate } from './Gate';

describe('Gate', () => {
  const server = createServer((_, res) => res.end('hello'));
  let gate: Gate;

  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    gate = await new Gate().start((server.address() as AddressInfo).port);
  });
  afterAll(async () => {
    await gate.stop();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  const read = async (ms = 5_000) => {
    const signal = AbortSignal.timeout(ms);
    const response = await fetch(gate.url, { signal });
    return response.text();
  };

  it('lets pass, hangs, refuses, and lets pass again at the same address', async () => {
    const { url } = gate;
    expect(await read()).toBe('hello');
    await gate.set('hung');
    await expect(read(100)).rejects.toThrow(/abort|timeout/i);
    await gate.set('shut');
    await expect(read()).rejects.toThrow('fetch failed');
    await gate.set('open');
    expect(gate.url).toBe(url);
    expect(await read()).toBe('hello');
  });
});
