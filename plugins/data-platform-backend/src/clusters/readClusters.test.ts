import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { CA_CERT, SERVER_CERT, SERVER_KEY } from './__testUtils__/certificates';
import { TestServer } from './__testUtils__/TestServer';
import { readClusters } from './readClusters';

const { signal } = new AbortController();
const logger = mockServices.logger.mock();
const read = (data: object) =>
  readClusters(new ConfigReader(data as any), logger);
const locator = (cluster: object) => ({
  kubernetes: {
    clusterLocatorMethods: [{ type: 'config', clusters: [cluster] }],
  },
});

describe('readClusters', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'clusters-'));
  let server: TestServer;

  beforeEach(async () => {
    server = await new TestServer({
      cert: SERVER_CERT,
      key: SERVER_KEY,
    }).start();
  });
  afterEach(() => server.stop());
  afterAll(() => rmSync(folder, { recursive: true }));

  const ask = async (data: object, identity?: 'bootstrap') => {
    const { connections } = await read(data);
    await connections[0].request({ path: '/', identity, signal });
    await connections[0].close();
    return server.seen.at(-1)?.headers.authorization;
  };

  it('is content with nothing', async () => {
    expect(await read({})).toEqual({ connections: [], unsupported: [] });
  });

  describe('kubernetes.clusterLocatorMethods', () => {
    const cluster = () => ({
      name: 'eu-1',
      title: 'Europe',
      url: server.url,
      authProvider: 'serviceAccount',
      serviceAccountToken: 't1',
      caData: Buffer.from(CA_CERT).toString('base64'),
    });

    it('gives connections', async () => {
      const { connections, unsupported } = await read(locator(cluster()));
      expect(unsupported).toEqual([]);
      expect(connections).toEqual([
        expect.objectContaining({
          name: 'eu-1',
          title: 'Europe',
          impersonationPrefix: 'backstage:',
          canBootstrap: false,
        }),
      ]);
      expect(await ask(locator(cluster()))).toBe('Bearer t1');
    });

    it('takes a CA file, a token file and the auth metadata form', async () => {
      const caFile = path.join(folder, 'ca.pem');
      const tokenFile = path.join(folder, 'token');
      writeFileSync(caFile, CA_CERT);
      writeFileSync(tokenFile, 'from-file\n');
      expect(
        await ask(
          locator({
            ...cluster(),
            authProvider: undefined,
            authMetadata: { 'kubernetes.io/auth-provider': 'serviceAccount' },
            serviceAccountToken: undefined,
            serviceAccountTokenFile: tokenFile,
            caData: undefined,
            caFile,
          }),
        ),
      ).toBe('Bearer from-file');
    });

    it('skips verification where it is told to', async () => {
      const data = { ...cluster(), caData: undefined, skipTLSVerify: true };
      expect(await ask(locator(data))).toBe('Bearer t1');
    });

    it('names the file that is missing when it connects, not before', async () => {
      const { connections } = await read(
        locator({ ...cluster(), caData: undefined, caFile: '/none/ca.pem' }),
      );
      await expect(
        connections[0].request({ path: '/', signal }),
      ).rejects.toThrow('Cluster eu-1: the file /none/ca.pem cannot be read.');
    });

    it.each([
      [{ authProvider: 'oidc' }, /auth provider oidc/],
      [{ authProvider: 'aws' }, /auth provider aws/],
      [{ authProvider: 'google' }, /auth provider google/],
      [{ authProvider: undefined }, /auth provider \(none\)/],
      [{ url: 'ftp://x' }, /no valid http\(s\) URL/],
      [{ url: undefined }, /no valid http\(s\) URL/],
    ])('does not support %j, and says so', async (change, message) => {
      const { connections, unsupported } = await read(
        locator({ ...cluster(), ...change }),
      );
      expect(connections).toEqual([]);
      expect(unsupported).toEqual([
        {
          name: 'eu-1',
          title: 'Europe',
          state: 'unsupported',
          message: expect.stringMatching(message),
        },
      ]);
    });

    it.each(['gke', 'catalog', 'localKubectlProxy', 'custom'])(
      'does not support the method %s, and says so',
      async type => {
        const { unsupported } = await read({
          kubernetes: { clusterLocatorMethods: [{ type }] },
        });
        expect(unsupported).toEqual([
          {
            name: `${type} locator`,
            state: 'unsupported',
            message: expect.stringContaining(`the method "${type}"`),
          },
        ]);
      },
    );

    it.each([
      ['a string', 'x'],
      ['a list of anything', [null, 'x', { type: 'config', clusters: 'x' }]],
    ])('survives %s', async (_, clusterLocatorMethods) => {
      expect(
        (await read({ kubernetes: { clusterLocatorMethods } })).connections,
      ).toEqual([]);
    });

    it('leaves out the second of a name', async () => {
      const { connections, unsupported } = await read({
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'config', clusters: [cluster(), cluster()] },
          ],
        },
      });
      expect(connections).toHaveLength(1);
      expect(unsupported).toEqual([
        expect.objectContaining({
          name: 'eu-1 (2)',
          message: expect.stringContaining('configured twice'),
        }),
      ]);
    });
  });

  describe('dataPlatform.kubernetes.clusters', () => {
    it('adds to a cluster', async () => {
      const bootToken = path.join(folder, 'boot');
      writeFileSync(bootToken, 'b1');
      const data = {
        ...locator({
          name: 'eu-1',
          url: server.url,
          authProvider: 'serviceAccount',
          serviceAccountToken: 't',
          skipTLSVerify: true,
        }),
        dataPlatform: {
          kubernetes: {
            clusters: {
              'eu-1': {
                title: 'EU',
                sandbox: true,
                namespaces: ['sales'],
                bootstrap: { tokenFile: bootToken },
                impersonation: { prefix: 'acme:' },
              },
            },
          },
        },
      };
      const { connections } = await read(data);
      expect(connections[0]).toMatchObject({
        title: 'EU',
        sandbox: true,
        namespaces: ['sales'],
        canBootstrap: true,
        impersonationPrefix: 'acme:',
      });
      expect(await ask(data, 'bootstrap')).toBe('Bearer b1');
    });

    it.each([
      [
        { clusters: { a: { titel: 'x' } } },
        /clusters\.a has unknown keys: titel/,
      ],
      [
        { clusters: { a: { impersonation: { prefix: 'system:' } } } },
        /clusters\.a\.impersonation\.prefix: use lower-case/,
      ],
      [{ clusters: { a: { bootstrap: {} } } }, /exactly one of token/],
      [{ clusters: { a: { namespaces: 'sales' } } }, /clusters\.a\.namespaces/],
      [{ kubeconfigs: [{ contexts: ['x'] }] }, /kubeconfigs\.0\.path/],
      [{ kubeconfigs: 'x' }, /dataPlatform\.kubernetes\.kubeconfigs/],
    ])('refuses %j by name', async (kubernetes, message) => {
      await expect(read({ dataPlatform: { kubernetes } })).rejects.toThrow(
        message,
      );
    });
  });
});
