import { AddressInfo } from 'node:net';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ADA, ROOT } from './__testUtils__/people';
import { resource } from './__testUtils__/rows';
import { startPortal } from './__testUtils__/startPortal';

const SALES = { ownerRef: 'group:default/sales-team' };
const FINANCE = { ownerRef: 'group:default/finance-team' };

describe('GET /v1/stream', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const readers: AbortController[] = [];

  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(async () => {
    readers.splice(0).forEach(reader => reader.abort());
    await portal.stop();
  });

  const open = async (person = ADA, lastEventId?: string) => {
    const { port } = portal.server.address() as AddressInfo;
    const abort = new AbortController();
    readers.push(abort);
    const response = await fetch(
      `http://127.0.0.1:${port}/api/data-platform/v1/stream`,
      {
        signal: abort.signal,
        headers: {
          Authorization: mockCredentials.user.header(person),
          'Accept-Encoding': 'gzip',
          ...(lastEventId && { 'Last-Event-ID': lastEventId }),
        },
      },
    );
    const pieces = response.body!.pipeThrough(new TextDecoderStream());
    const reader = pieces.getReader();
    const next = async () => (await reader.read()).value ?? 'END';
    return { response, next, abort };
  };
  /** Until the far end has done what was asked of it. */
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise(resolve => setTimeout(resolve, 5));
  };

  it('flows through the compression, with headers that keep it flowing', async () => {
    const { response, next } = await open();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(
      'text/event-stream; charset=utf-8',
    );
    expect(response.headers.get('cache-control')).toBe(
      'private, no-cache, no-transform',
    );
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await next()).toBe(
      'id: e1.0\ndata: {"type":"reset","version":0}\n\n',
    );
    portal.index.put(resource({ name: 'orders', ...SALES }));
    portal.clock.advance(0);
    expect(await next()).toContain('"id":"id-orders"');
  });

  it('shows each person what they may see', async () => {
    const ada = await open(ADA);
    const root = await open(ROOT);
    await Promise.all([ada.next(), root.next()]);
    portal.index.put(
      resource({ name: 'ledger', ...FINANCE }),
      resource({ name: 'orders', ...SALES }),
    );
    portal.clock.advance(0);
    expect(await ada.next()).not.toContain('ledger');
    expect(await root.next()).toContain('ledger');
  });

  it('resumes', async () => {
    portal.index.put(
      resource({ name: 'a', ...SALES }),
      resource({ name: 'b', ...SALES }),
    );
    const frame = await (await open(ADA, 'e1.1')).next();
    expect(frame).toContain('id: e1.2\n');
    expect(frame).not.toContain('"id":"id-a"');
    expect(frame).toContain('"id":"id-b"');
    expect(await (await open(ADA, 'e9.1')).next()).toContain('"reset"');
  });

  it('asks the policy every 60 s and shows what it says then', async () => {
    const { next } = await open();
    await next();
    portal.policy.overrides.set(ADA, { result: AuthorizeResult.ALLOW });
    portal.clock.advance(60_000);
    let text = await next();
    while (!text.includes('data:')) text = await next();
    expect(text).toContain('"reset"');
    portal.index.put(resource({ name: 'ledger', ...FINANCE }));
    portal.clock.advance(0);
    expect(await next()).toContain('ledger');
  });

  it('ends when the policy says no', async () => {
    const { next } = await open();
    await next();
    portal.policy.overrides.set(ADA, { result: AuthorizeResult.DENY });
    portal.clock.advance(60_000);
    let text = await next();
    while (text.startsWith(':')) text = await next();
    expect(text).toBe('END');
    expect(portal.hub.size).toBe(0);
  });

  it('ends when the backend stops', async () => {
    const { next } = await open();
    await next();
    portal.shutdown.abort();
    expect(await next()).toBe('END');
  });

  it('lets go of a reader who leaves', async () => {
    const { next, abort } = await open();
    await next();
    expect(portal.hub.size).toBe(1);
    abort.abort();
    await until(() => portal.hub.size === 0);
  });
});
