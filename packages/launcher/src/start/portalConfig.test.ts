import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { portalConfig, writePortalConfig } from './portalConfig';

const dataDir = mkdtempSync(join(tmpdir(), 'portal-'));
const sandbox = {
  url: 'http://127.0.0.1:4444',
  connectUrl: 'http://127.0.0.1:4445',
  caData: 'Y2E=',
  portalToken: 'p',
  bootstrapToken: 'b',
  lakeFs: {
    url: 'http://127.0.0.1:5555',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    webhookSecret: 'hook',
  },
};

describe('portalConfig', () => {
  it('listens on loopback alone', () => {
    expect(portalConfig({ port: 7010, dataDir, sandbox })).toMatchObject({
      app: { baseUrl: 'http://localhost:7010' },
      backend: { listen: { host: '127.0.0.1', port: 7010 } },
    });
  });

  it('reaches the sandbox as any cluster, by the locator of the kubernetes plugin', () => {
    expect(portalConfig({ port: 1, dataDir, sandbox })).toMatchObject({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              { name: 'sandbox', url: sandbox.url, serviceAccountToken: 'p' },
            ],
          },
        ],
      },
      dataPlatform: {
        kubernetes: {
          clusters: { sandbox: { sandbox: true, bootstrap: { token: 'b' } } },
        },
        notebooks: { connectBase: { sandbox: 'http://127.0.0.1:4445' } },
        spark: {
          historyServers: [
            { service: 'spark-operator/spark-history-server:18080' },
          ],
        },
      },
    });
  });

  it("reaches the sandbox's lakeFS, whose demo repository belongs to one domain", () => {
    expect(portalConfig({ port: 1, dataDir, sandbox })).toMatchObject({
      dataPlatform: {
        lakefs: {
          servers: [
            {
              name: 'lakefs',
              endpoint: 'http://127.0.0.1:5555',
              accessKeyId: 'key',
              secretAccessKey: 'secret',
              webhookSecret: 'hook',
              sandbox: true,
              spark: {
                endpoint: 'https://lakefs.sandbox',
                credentials: { secretName: 'lakefs-spark' },
              },
              approvals: 'protected',
              domains: [
                {
                  domain: 'domain:default/sales',
                  repositories: ['sales-*'],
                },
              ],
            },
          ],
        },
      },
    });
  });

  it('has no sandbox and no demo entities with a kubeconfig', () => {
    const config = portalConfig({
      port: 1,
      dataDir,
      kubeconfig: { path: '/k', contexts: ['eu-1'] },
    });
    expect(config).not.toHaveProperty('kubernetes');
    expect(config).toMatchObject({
      dataPlatform: {
        kubernetes: {
          kubeconfigs: [
            { path: '/k', contexts: ['eu-1'], bootstrapContext: 'eu-1' },
          ],
        },
      },
    });
    expect(JSON.stringify(config)).not.toContain('examples/demo/catalog.yaml');
  });

  it('takes every context of a kubeconfig, each as its own bootstrap identity', () => {
    const path = join(dataDir, 'kubeconfig');
    writeFileSync(path, 'contexts: [{name: a}, {name: b}]');
    const of = (file: string) =>
      (
        portalConfig({
          port: 1,
          dataDir,
          kubeconfig: { path: file, contexts: [] },
        }) as { dataPlatform: { kubernetes: { kubeconfigs: object[] } } }
      ).dataPlatform.kubernetes.kubeconfigs;
    expect(of(path)).toEqual([
      { path, contexts: ['a'], bootstrapContext: 'a' },
      { path, contexts: ['b'], bootstrapContext: 'b' },
    ]);
    writeFileSync(path, 'not: [a kubeconfig');
    expect(of(path)).toEqual([{ path }]);
  });

  it('names files absolutely, so that the working directory does not matter', () => {
    const { catalog } = portalConfig({ port: 1, dataDir, sandbox }) as {
      catalog: { locations: { target: string }[] };
    };
    expect(
      catalog.locations.map(each => isAbsolute(each.target)),
    ).not.toContain(false);
  });

  it('is written for its owner alone', () => {
    const file = join(dataDir, 'app-config.yaml');
    writePortalConfig(file, { a: 1 });
    expect(statSync(file).mode % 0o1000).toBe(0o600);
  });
});
