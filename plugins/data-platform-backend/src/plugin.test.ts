import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { dataPlatformPermissions } from '@millrace/backstage-plugin-data-platform-common';
import request from 'supertest';
import plugin from './index';

const start = (data: Parameters<typeof mockServices.rootConfig>[0] = {}) =>
  startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory(data),
    ],
  });

const user = mockCredentials.user.header('user:default/ada');

describe('the plugin', () => {
  it('starts without any cluster, and says so', async () => {
    const { server, stop } = await started(await start());
    const sources = await get(server, '/v1/sources');
    expect(sources.body).toEqual({ items: [] });
    const summary = await get(server, '/v1/summary');
    expect(summary.body).toMatchObject({ warming: false, parts: 0 });
    const presets = await get(server, '/v1/presets');
    expect(presets.body.spark).toMatchObject({
      versions: ['4.0.1'],
      images: ['apache/spark:4.0.1'],
    });
    expect(presets.body.quotas.length).toBeGreaterThan(0);
    await stop();
  });

  it('starts though a cluster does not answer and another is not supported', async () => {
    const { server, stop } = await started(
      await start({
        data: {
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'dead',
                    url: 'http://127.0.0.1:1',
                    authProvider: 'serviceAccount',
                    serviceAccountToken: 'CANARY-7f3a',
                  },
                  {
                    name: 'odd',
                    url: 'https://odd.example.com',
                    authProvider: 'oidc',
                  },
                ],
              },
            ],
          },
        },
      }),
    );
    const { body, text } = await get(server, '/v1/sources');
    expect(text).not.toContain('CANARY');
    expect(body.items.map(({ name }: { name: string }) => name).sort()).toEqual(
      ['dead', 'odd'],
    );
    expect(
      body.items.find(({ name }: { name: string }) => name === 'odd').state,
    ).toBe('unsupported');
    const page = await get(server, '/v1/resources');
    expect(page.body).toMatchObject({ items: [], total: 0 });
    await stop();
  });

  it('refuses a mistake in its own configuration, by name', async () => {
    const data = { dataPlatform: { spark: { historyServer: 'ftp://x' } } };
    await expect(start({ data })).rejects.toThrow(
      /dataPlatform.spark.historyServer/,
    );
  });

  it('tells the permission system of its permissions and rules', async () => {
    const { server, stop } = await started(await start());
    const { body } = await request(server).get(
      '/api/data-platform/.well-known/backstage/permissions/metadata',
    );
    expect(
      body.permissions.map(({ name }: { name: string }) => name).sort(),
    ).toEqual(dataPlatformPermissions.map(({ name }) => name).sort());
    expect(body.rules.map(({ name }: { name: string }) => name).sort()).toEqual(
      ['HAS_NATURE', 'IN_DOMAIN', 'IS_OWNER'],
    );
    await stop();
  });
});

async function started(backend: Awaited<ReturnType<typeof start>>) {
  return { server: backend.server, stop: () => backend.stop() };
}

function get(server: Parameters<typeof request>[0], path: string) {
  return request(server)
    .get(`/api/data-platform${path}`)
    .set('Authorization', user);
}
