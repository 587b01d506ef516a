import { AddressInfo } from 'node:net';
import {
  mockCredentials,
  startTestBackend,
  TestBackendOptions,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { answerQuestions } from '../process/questions';
import { HeapWatch } from './HeapWatch';

/**
 * Serves plugins, with their configuration, and nothing else of a portal in this process: an empty catalog, databases in memory, no sign-in. It answers
 * its parent's questions about its memory and its address, and ends on SIGTERM. Fails where the backend does not start.
 */
export async function serveAlone(
  ...features: NonNullable<TestBackendOptions<unknown[]>['features']>
): Promise<void> {
  const started = startTestBackend({
    features: [...features, catalogServiceMock.factory({ entities: [] })],
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

/** Ends this process with what went wrong. */
export function endWith(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
