import { AddressInfo } from 'node:net';
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { TestServer } from '../clusters/__testUtils__/TestServer';
import { ClusterError } from '../clusters/ClusterError';
import { tokenCredentials } from '../clusters/Credentials';
import { HttpClusterConnection } from '../clusters/HttpClusterConnection';
import {
  recordedResponse,
  recordingsExist,
} from '../lives/__testUtils__/recordedLife';
import { response } from './__testUtils__/FakeCluster';
import { ADA, ROOT } from './__testUtils__/people';
import { contextWith, pod, resource } from './__testUtils__/rows';
import { startPortal } from './__testUtils__/startPortal';

if (!recordingsExist) {
  process.stdout.write(
    'Skipped: ../shared/recordings/kubernetes is not beside the repository\n',
  );
}

const SALES = { ownerRef: 'group:default/sales-team' };
const status = (code: number, message: string) =>
  response(code, { kind: 'Status', message });

/** A log that stays open until it is told to end. */
function endless(signal: AbortSignal) {
  const waiting: ((text: string) => void)[] = [];
  const encoder = new TextEncoder();
  async function* pieces() {
    while (!signal.aborted) {
      const text = await new Promise<string>(resolve => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(''));
      });
      if (text) yield encoder.encode(text);
    }
  }
  return { pieces: pieces(), say: (text: string) => waiting.pop()?.(text) };
}

describe('GET /v1/resources/{id}/logs', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeEach(async () => {
    portal = await startPortal();
    portal.index.put(resource({ name: 'orders', ...SALES }));
    portal.index.contexts.set(
      'id-orders',
      contextWith({ pods: [pod('orders-driver')] }),
    );
    portal.cluster.answer = () => response(200, 'line 1\nline 2\n');
  });
  afterEach(() => portal.stop());

  const get = (query: string, person = ADA) =>
    request(portal.server)
      .get(`/api/data-platform/v1/resources/id-orders/logs?${query}`)
      .set('Authorization', mockCredentials.user.header(person));

  it('reads as the person, with what was asked for', async () => {
    const answer = await get(
      'pod=orders-driver&container=main&previous=true&tailLines=5',
    );
    expect(answer.text).toBe('line 1\nline 2\n');
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    const [asked] = portal.cluster.requests;
    expect(asked).toMatchObject({
      path: '/api/v1/namespaces/sales/pods/orders-driver/log',
      query: { container: 'main', previous: true, tailLines: 5 },
      as: {
        user: 'backstage:user:default/ada',
        groups: ['backstage:group:default/sales-team'],
      },
      stream: false,
    });
    expect(asked.query?.follow).toBeUndefined();
  });

  it('masks obvious secrets', async () => {
    portal.cluster.answer = () =>
      response(200, 'password=hunter2 ok\nAKIAABCDEFGHIJKLMNOP\n');
    const { text } = await get('pod=orders-driver');
    expect(text).not.toMatch(/hunter2|AKIA/);
    expect(text).toContain('ok');
  });

  it('offers a download under a harmless name', async () => {
    const { headers } = await get('pod=orders-driver&download=true');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="orders-driver.log"',
    );
  });

  it('reads no other pod', async () => {
    const answer = await get('pod=vault-0');
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toContain(
      'Pod vault-0 does not belong to SparkApplication orders',
    );
    expect(portal.cluster.requests).toEqual([]);
  });

  it('asks the policy for the log as well as for the object', async () => {
    portal.index.put(resource({ name: 'orders', ...SALES }));
    portal.policy.authorizeConditional = async () =>
      ['ALLOW', 'DENY', 'DENY'].map(result => ({ result } as never));
    const answer = await get('pod=orders-driver', 'user:default/bob');
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain('data-platform.log.read');
    expect(portal.cluster.requests).toEqual([]);
  });

  it.each([
    [
      400,
      'container "main" in pod "orders-driver" is waiting to start: ContainerCreating',
      409,
      'has not started yet',
    ],
    [
      400,
      'previous terminated container "main" in pod "orders-driver" not found',
      404,
      'The container has not restarted on cluster eu-1',
    ],
    [
      403,
      'pods "orders-driver" is forbidden: User "backstage:user:default/ada" cannot get resource "pods/log"',
      403,
      'asked as backstage:user:default/ada in the groups backstage:group:default/sales-team',
    ],
    [
      404,
      'pods "orders-driver" not found',
      404,
      'has not got the log of pod sales/orders-driver any more',
    ],
    [204, '', 409, 'The pod has no node yet on cluster eu-1'],
    [500, 'kubelet is down', 503, 'kubelet is down'],
  ])('says a refusal in words: %i %s', async (code, said, expected, words) => {
    portal.cluster.answer = () => status(code, said);
    const answer = await get('pod=orders-driver');
    expect(answer.status).toBe(expected);
    expect(answer.body.error.message).toContain(words);
    expect(answer.body.error.message).toContain('eu-1');
  });

  it('says which cluster does not answer', async () => {
    portal.cluster.answer = () => {
      throw new ClusterError('eu-1', 'refused', 'connection refused');
    };
    const answer = await get('pod=orders-driver');
    expect(answer.status).toBe(502);
    expect(answer.body.error.message).toBe('Cluster eu-1: connection refused.');
  });

  it('says where a log broke off', async () => {
    async function* broken() {
      yield new TextEncoder().encode('line 1\nhalf');
      throw new ClusterError('eu-1', 'reset', 'the connection was cut');
    }
    portal.cluster.answer = () => response(200, broken());
    expect((await get('pod=orders-driver')).text).toBe(
      'line 1\nhalf\n--- The log broke off: Cluster eu-1: the connection was cut.\n',
    );
  });

  describe('that are followed', () => {
    const follow = async () => {
      const { port } = portal.server.address() as AddressInfo;
      const abort = new AbortController();
      const answer = await fetch(
        `http://127.0.0.1:${port}/api/data-platform/v1/resources/id-orders/logs?pod=orders-driver&follow=true`,
        {
          signal: abort.signal,
          headers: { Authorization: mockCredentials.user.header(ADA) },
        },
      );
      const reader = answer
        .body!.pipeThrough(new TextDecoderStream())
        .getReader();
      return { answer, abort, read: async () => (await reader.read()).value };
    };
    let log: ReturnType<typeof endless>;

    beforeEach(() => {
      portal.cluster.answer = ({ signal }) => {
        log = endless(signal);
        return response(200, log.pieces);
      };
    });

    it('flow line by line', async () => {
      const { answer, abort, read } = await follow();
      expect(answer.headers.get('cache-control')).toContain('no-transform');
      expect(answer.headers.get('x-accel-buffering')).toBe('no');
      log.say('one\n');
      expect(await read()).toBe('one\n');
      log.say('tok');
      log.say('two\n');
      abort.abort();
    });

    it('end at the cluster when the reader goes or the backend stops', async () => {
      const { abort } = await follow();
      const [first] = portal.cluster.requests;
      abort.abort();
      await new Promise(resolve =>
        first.signal.addEventListener('abort', resolve),
      );
      const { read } = await follow();
      portal.shutdown.abort();
      expect(await read()).toBeUndefined();
      expect(portal.cluster.requests[1].signal.aborted).toBe(true);
    });

    it('are at most six a person', async () => {
      const open = await Promise.all(Array.from({ length: 6 }, follow));
      const seventh = await get('pod=orders-driver&follow=true');
      expect(seventh.status).toBe(429);
      expect(seventh.body.error.message).toContain('You follow 6 logs');
      expect(
        await get('pod=orders-driver&follow=true', ROOT)
          .timeout(200)
          .catch(error => error.code),
      ).toBe('ECONNABORTED');
      open[0].abort.abort();
      const [first] = portal.cluster.requests;
      if (!first.signal.aborted) {
        await new Promise(resolve =>
          first.signal.addEventListener('abort', resolve),
        );
      }
      await new Promise(resolve => setImmediate(resolve));
      expect((await follow()).answer.status).toBe(200);
    });
  });

  (recordingsExist ? describe : describe.skip)(
    'as a real server gave it',
    () => {
      let server: TestServer;
      let cluster: HttpClusterConnection;
      let say: (text?: string) => void;

      beforeEach(async () => {
        server = await new TestServer().start();
        cluster = new HttpClusterConnection({
          name: 'eu-1',
          url: server.url,
          credentials: tokenCredentials('t'),
        });
        portal.cluster.answer = asked => cluster.request(asked);
      });
      afterEach(async () => {
        await cluster.close();
        await server.stop();
      });

      /** Answers with what was recorded; pieces of a stream wait for `say`. */
      const replay = (name: string) => {
        const { status: code, body } = recordedResponse('pod-logs', name);
        server.answer = res => {
          const isText = typeof body === 'string' || Array.isArray(body);
          const type = isText ? 'text/plain' : 'application/json';
          res.writeHead(code, { 'content-type': type });
          if (!Array.isArray(body)) {
            res.end(isText ? body : JSON.stringify(body));
            return;
          }
          res.flushHeaders();
          say = text => (text === undefined ? res.end() : res.write(text));
        };
        return body;
      };

      it.each(['follow', 'follow-deleted', 'follow-tail-timestamps'])(
        '%s: each piece is on its way before the next one comes, and the end ends it',
        async name => {
          const pieces: { text: string }[] = replay(name);
          const { port } = portal.server.address() as AddressInfo;
          const answer = await fetch(
            `http://127.0.0.1:${port}/api/data-platform/v1/resources/id-orders/logs?pod=orders-driver&follow=true`,
            { headers: { Authorization: mockCredentials.user.header(ADA) } },
          );
          const reader = answer
            .body!.pipeThrough(new TextDecoderStream())
            .getReader();
          let read = '';
          let said = '';
          for (const { text } of pieces) {
            say(text);
            said += text;
            // A line without an end waits for it: a secret may stand in its rest.
            while (text.endsWith('\n') && read.length < said.length) {
              read += (await reader.read()).value;
            }
          }
          say();
          for (;;) {
            const { value, done } = await reader.read();
            if (done) break;
            read += value;
          }
          expect(read).toBe(said);
        },
      );

      it('what is no stream comes as it is, and what is no log in words', async () => {
        const told = [];
        for (const name of [
          'all',
          'follow-ended',
          'deleted-race',
          'unscheduled-204',
          'too-early-400',
          'bad-image-400',
          'previous-none-400',
          'container-404',
          'two-no-container',
          'deleted-404',
          'log-forbidden',
        ]) {
          replay(name);
          const { status: code, text } = await get('pod=orders-driver');
          told.push(`${name} ${code} ${text}`);
        }
        expect(told).toEqual(
          [
            /^all 200 line 1\n[^]*café ✓\nto stderr\n$/,
            /^follow-ended 200 to stderr\n$/,
            /^deleted-race 200 unable to retrieve container logs/,
            /^unscheduled-204 409 .*has no node yet/,
            /^too-early-400 409 .*has not started yet/,
            /^bad-image-400 409 .*image can't be pulled/,
            /^previous-none-400 404 .*has not restarted/,
            /^container-404 404 .*container nothere is not valid/,
            /^two-no-container 404 .*choose one of: \[prepare main side\]/,
            /^deleted-404 404 .*any more/,
            /^log-forbidden 403 .*does not let you read/,
          ].map(words => expect.stringMatching(words)),
        );
      });
    },
  );
});
