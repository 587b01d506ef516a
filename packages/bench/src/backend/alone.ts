import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { AddressInfo } from 'node:net';
import {
  mockCredentials,
  startTestBackend,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import plugin from '@millrace/backstage-plugin-data-platform-backend';
import { answerQuestions } from '../process/questions';
import { ServerAddress } from '../content/backendConfig';
import { HeapWatch } from './HeapWatch';
import { probeFromNowOn } from './probe';

/** Of undici, whichever copy of it makes the request. */
const REQUEST_CREATED = 'undici:request:create';

/** The plugin's first request to a cluster: what is measured begins there. */
function whenReadingBegins(begun: () => void): void {
  const first = () => {
    unsubscribe(REQUEST_CREATED, first);
    begun();
  };
  subscribe(REQUEST_CREATED, first);
}

/** The plugin and nothing else of a portal: its index, its history in memory, its routes. Clusters as JSON argument. */
async function main(servers: readonly ServerAddress[]): Promise<void> {
  whenReadingBegins(probeFromNowOn);
  const started = startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: servers.map(({ name, url, token }) => ({
                  name,
                  url,
                  authProvider: 'serviceAccount',
                  serviceAccountToken: token,
                })),
              },
            ],
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
        url: `http://127.0.0.1:${port}`,
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
