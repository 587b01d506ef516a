import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { KubeConfig } from '@kubernetes/client-node';
import { stringify } from 'yaml';
import { ManualClock } from '../sources/__testUtils__/ManualClock';
import {
  CA_CERT,
  CLIENT_CERT,
  CLIENT_KEY,
  SERVER_CERT,
  SERVER_KEY,
} from './__testUtils__/certificates';
import { TestServer } from './__testUtils__/TestServer';
import { readClusters } from './readClusters';
import { ClusterConnection } from './types';

const { signal } = new AbortController();
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('clusters of a kubeconfig', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kubeconfig-'));
  const inFolder = (name: string) => path.join(folder, name);
  const clock = new ManualClock();
  let server: TestServer;
  let connections: readonly ClusterConnection[] = [];

  beforeEach(async () => {
    server = await new TestServer({
      cert: SERVER_CERT,
      key: SERVER_KEY,
      ca: CA_CERT,
      requestCert: true,
      rejectUnauthorized: false,
    }).start();
  });
  afterEach(async () => {
    await Promise.all(connections.map(each => each.close()));
    await server.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (users: Record<string, object>, cluster: object = {}) => {
    writeFileSync(
      inFolder('config'),
      stringify({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [
          {
            name: 'c',
            cluster: {
              server: server.url,
              'certificate-authority-data': base64(CA_CERT),
              ...cluster,
            },
          },
        ],
        users: Object.entries(users).map(([name, user]) => ({ name, user })),
        contexts: Object.keys(users).map(name => ({
          name,
          context: { cluster: 'c', user: name },
        })),
      }),
    );
  };
  const read = async (entry: object = {}) => {
    const result = await readClusters(
      new ConfigReader({
        dataPlatform: {
          kubernetes: { kubeconfigs: [{ path: inFolder('config'), ...entry }] },
        },
      }),
      mockServices.logger.mock(),
      clock,
      async () => ({ KubeConfig }),
    );
    connections = result.connections;
    return result;
  };
  const ask = async (identity?: 'bootstrap') => {
    await connections[0].request({ path: '/', identity, signal });
    return server.seen.at(-1)!;
  };

  it('are all contexts, or those that are named', async () => {
    write({ a: { token: 'ta' }, b: { token: 'tb' } });
    await read();
    expect(connections.map(({ name }) => name)).toEqual(['a', 'b']);
    await read({ contexts: ['b'] });
    expect(connections.map(({ name }) => name)).toEqual(['b']);
    expect((await ask()).headers.authorization).toBe('Bearer tb');
  });

  it('prove themselves by a client certificate', async () => {
    write({
      a: {
        'client-certificate-data': base64(CLIENT_CERT),
        'client-key-data': base64(CLIENT_KEY),
      },
    });
    await read();
    expect((await ask()).client).toBe('portal');
  });

  it('read files beside the kubeconfig', async () => {
    writeFileSync(inFolder('ca.pem'), CA_CERT);
    writeFileSync(inFolder('cert.pem'), CLIENT_CERT);
    writeFileSync(inFolder('key.pem'), CLIENT_KEY);
    write(
      { a: { 'client-certificate': 'cert.pem', 'client-key': 'key.pem' } },
      {
        'certificate-authority-data': undefined,
        'certificate-authority': 'ca.pem',
      },
    );
    await read();
    expect((await ask()).client).toBe('portal');
  });

  it('verify the server where there is no user', async () => {
    write({ a: {} });
    writeFileSync(
      inFolder('config'),
      readFileSync(inFolder('config'), 'utf8').replace('user: a', 'user: gone'),
    );
    await read();
    expect((await ask()).headers.authorization).toBe(undefined);
  });

  it('read a rotated token file again', async () => {
    writeFileSync(inFolder('token'), 'one\n');
    write({ a: { tokenFile: 'token' } });
    await read();
    expect((await ask()).headers.authorization).toBe('Bearer one');
    writeFileSync(inFolder('token'), 'two\n');
    clock.advance(61_000);
    expect((await ask()).headers.authorization).toBe('Bearer two');
  });

  it('read a kubeconfig again that was written anew, once it is refused', async () => {
    write({ a: { token: 'one' } });
    await read();
    await ask();
    write({ a: { token: 'two' } });
    server.answer = (res, { headers }) => {
      res.statusCode = headers.authorization === 'Bearer two' ? 200 : 401;
      res.end('{}');
    };
    expect((await ask()).headers.authorization).toBe('Bearer two');
  });

  it('run exec plugins, which learn that nobody can answer them', async () => {
    writeFileSync(
      inFolder('plugin.sh'),
      `#!/bin/sh\n[ -n "$KUBERNETES_EXEC_INFO" ] || exit 1\necho '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"from-plugin"}}'\n`,
    );
    chmodSync(inFolder('plugin.sh'), 0o755);
    write({
      a: {
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: './plugin.sh',
        },
      },
    });
    await read();
    expect((await ask()).headers.authorization).toBe('Bearer from-plugin');
  });

  it('do not repeat what a failing plugin says', async () => {
    write({
      a: { exec: { command: 'sh', args: ['-c', 'echo CANARY >&2; exit 3'] } },
    });
    await read();
    const error = await ask().catch(caught => caught);
    expect(error).toMatchObject({ kind: 'credentials', cluster: 'a' });
    expect(error.message).toContain('exec plugin');
    expect(error.message).not.toContain('CANARY');
  });

  it('bootstrap as the user of another context of the same cluster', async () => {
    write({ a: { token: 'ta' }, boot: { token: 'tb' } });
    await read({ contexts: ['a'], bootstrapContext: 'boot' });
    expect(connections[0].canBootstrap).toBe(true);
    expect((await ask('bootstrap')).headers.authorization).toBe('Bearer tb');
    expect((await ask()).headers.authorization).toBe('Bearer ta');
  });

  describe('that cannot be used', () => {
    it.each([
      ['unreachable', 'is not YAML', 'a: [b\n:'],
      ['unreachable', 'no kubeconfig', 'just a word'],
      ['unreachable', 'no kubeconfig', ''],
      ['unreachable', 'no kubeconfig', '{"kind":"Pod"}'],
    ])('are %s sources: %s', async (state, message, content) => {
      writeFileSync(inFolder('config'), content);
      const { unsupported } = await read();
      expect(unsupported).toEqual([
        {
          name: inFolder('config'),
          state,
          message: expect.stringMatching(
            new RegExp(`${inFolder('config')}.*${message}|${message}`),
          ),
        },
      ]);
    });

    it('are named by their contexts where the file is missing', async () => {
      rmSync(inFolder('config'), { force: true });
      const { unsupported } = await read({ contexts: ['a', 'b'] });
      expect(unsupported.map(({ name }) => name)).toEqual(['a', 'b']);
      expect(unsupported[0].message).toBe(
        `The kubeconfig ${inFolder(
          'config',
        )} does not exist: check dataPlatform.kubernetes.kubeconfigs.`,
      );
    });

    it('tell which contexts there are', async () => {
      write({ a: {}, b: {} });
      const { unsupported } = await read({ contexts: ['c'] });
      expect(unsupported[0]).toMatchObject({
        name: 'c',
        state: 'unsupported',
        message: expect.stringContaining('has no context c; it has a, b.'),
      });
    });

    it.each([
      [{ as: 'someone' }, {}, 'acts as someone else'],
      [{}, { 'proxy-url': 'http://proxy:3128' }, 'through a proxy'],
      [{}, { server: 'not a url' }, 'no valid server URL'],
    ])('say why: %j %j', async (user, cluster, message) => {
      write({ a: { token: 't', ...user } }, cluster);
      const { unsupported } = await read();
      expect(unsupported).toEqual([
        expect.objectContaining({
          name: 'a',
          message: expect.stringContaining(message),
        }),
      ]);
    });
  });
});
