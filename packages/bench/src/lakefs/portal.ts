import { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import plugin from '@millrace/backstage-plugin-data-platform-backend';
import lakefs from '@millrace/backstage-plugin-data-platform-backend-module-lakefs';
import { HeapWatch } from '../backend/HeapWatch';
import { answerQuestions } from '../process/questions';
import { LakeAddress, SERVER } from './LakeSize';

/** The plugin with its module for lakeFS, and nothing else of a portal. The server as JSON argument. */
async function main({ url, ...key }: LakeAddress): Promise<void> {
  const started = startTestBackend({
    features: [
      plugin,
      lakefs,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: {
          dataPlatform: {
            lakefs: { servers: [{ name: SERVER, endpoint: url, ...key }] },
          },
        },
      }),
    ],
  });
  const heap = new HeapWatch();
  answerQuestions({
    memory: () => heap.read(),
    address: async () => {
      const { port } = (await started).server.address() as AddressInfo;
      return {
        url: `http://127.0.0.1:${port}/api/data-platform/v1/lakefs`,
        authorization: mockCredentials.user.header(),
      };
    },
  });
  process.once('SIGTERM', () => {
    void started.then(backend => backend.stop()).finally(() => process.exit(0));
  });
  await started;
}

main(JSON.parse(process.argv[2])).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
