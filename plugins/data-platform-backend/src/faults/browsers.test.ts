import { Agent, get, IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockCredentials } from '@backstage/backend-test-utils';
import { ADA, ROOT } from '../http/__testUtils__/people';
import { resource } from '../http/__testUtils__/rows';
import { startPortal } from '../http/__testUtils__/startPortal';
import { until } from '../sources/__testUtils__/ManualClock';

/** More than there are at one time in a company of ten thousand. */
const BROWSERS = 1_000;

/** A browser's stream: what it was told so far, and whether it is still open. */
interface Session {
  status: number;
  text: string;
  ended: boolean;
  response: IncomingMessage;
}

// A thousand real connections on a busy machine.
jest.setTimeout(60_000);

describe('browsers', () => {
  const agent = new Agent({ maxSockets: Infinity });
  const sessions: Session[] = [];
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(async () => {
    sessions.splice(0).forEach(({ response }) => response.destroy());
    await portal.stop();
  });

  const open = (person: string, lastEventId?: string) =>
    new Promise<Session>((resolve, reject) => {
      const { port } = portal.server.address() as AddressInfo;
      const headers = {
        authorization: mockCredentials.user.header(person),
        ...(lastEventId && { 'last-event-id': lastEventId }),
      };
      const path = '/api/data-platform/v1/stream';
      const request = get({ port, path, headers, agent }, response => {
        const session: Session = {
          status: response.statusCode ?? 0,
          text: '',
          ended: false,
          response,
        };
        sessions.push(session);
        response.setEncoding('utf8');
        response.on('data', text => {
          session.text += text;
        });
        response.on('close', () => {
          session.ended = true;
        });
        resolve(session);
      });
      request.on('error', reject);
    });
  const person = (n: number) => `user:default/reader-${n % 100}`;

  it('that come back a thousand at once are all served, and each person is looked up once', async () => {
    portal.index.put(resource({ name: 'before' }));
    const reads: Promise<number>[] = [];
    const all = await Promise.all(
      Array.from({ length: BROWSERS }, (_, n) => open(person(n), 'e1.0')),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect(portal.hub.size).toBe(BROWSERS);
    expect(portal.policy.asked).toBeLessThanOrEqual(100);
    await Promise.all(reads);

    // Each is told of the next change, in one frame.
    portal.index.put(
      resource({ name: 'after', ownerRef: person(0) }),
      ...Array.from({ length: 99 }, (_, n) =>
        resource({ name: `after-${n}`, ownerRef: person(n + 1) }),
      ),
    );
    portal.clock.advance(250);
    await until(() => all.every(({ text }) => text.includes('"after')));
    const own = all[3].text.match(/"name":"after[^"]*"/g);
    expect(own).toEqual(['"name":"after-2"']);

    // Who leaves is forgotten.
    all.forEach(({ response }) => response.destroy());
    await until(() => portal.hub.size === 0);
  });

  it('of one person get so many streams and then a clear no, which harms nobody else', async () => {
    const all = await Promise.all(Array.from({ length: 80 }, () => open(ADA)));
    const refused = all.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(16);
    await until(() => refused.every(({ ended }) => ended));
    expect(refused[0].text).toContain('live streams open');
    expect((await open(ROOT)).status).toBe(200);
    all.find(({ status }) => status === 200)!.response.destroy();
    await until(() => portal.hub.size === 64);
    expect((await open(ADA)).status).toBe(200);
  });

  it('that were offline are told what they missed, once, or to read all again', async () => {
    const ada = { ownerRef: ADA };
    const session = await open(ADA);
    await until(() => session.text.includes('"reset"'));
    session.response.destroy();
    await until(() => portal.hub.size === 0);
    portal.index.put(
      resource({ name: 'one', ...ada }),
      resource({ name: 'two', ...ada }),
    );
    portal.index.put(resource({ name: 'two', ...ada, claim: 'verified' }));

    const back = await open(ADA, 'e1.0');
    await until(() => back.text.includes('id: e1.3'));
    expect(back.text).not.toContain('"reset"');
    expect(back.text.match(/"name":"\w+"/g)?.sort()).toEqual([
      '"name":"one"',
      '"name":"two"',
    ]);

    // After a restart of the portal its versions mean nothing.
    const stranger = await open(ADA, 'e0.3');
    await until(() => stranger.text.includes('"reset"'));
    expect(stranger.text).not.toContain('"name"');
  });
});
