import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import lakefs from '@millrace/backstage-plugin-data-platform-backend-module-lakefs';
import {
  dataPlatformSystemsExtensionPoint,
  ResourceSystem,
  SystemHost,
} from '@millrace/backstage-plugin-data-platform-node';

/** What express knows of a route. */
interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** All that the module brings, whatever is written of it elsewhere: routes as `get /v1/lakefs/refs/{id}`, ids of operations. */
export async function servedByLakefs(): Promise<{
  routes: string[];
  operations: string[];
}> {
  const systems: ResourceSystem[] = [];
  const server = {
    name: 'lake',
    endpoint: 'http://127.0.0.1:9',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
  };
  const backend = await startTestBackend({
    extensionPoints: [
      [
        dataPlatformSystemsExtensionPoint,
        { addSystem: system => systems.push(system) },
      ],
    ],
    features: [
      lakefs,
      mockServices.rootConfig.factory({
        data: { dataPlatform: { lakefs: { servers: [server] } } },
      }),
    ],
  });
  await backend.stop();
  const [{ id: system, routes, operations = [], scopeEntities }] = systems;
  // Only requests ask anything of the host.
  const router = routes?.({} as SystemHost) as unknown as { stack: Layer[] };
  return {
    routes: router.stack.flatMap(({ route }) =>
      Object.keys(route?.methods ?? {}).map(
        method =>
          `${method} /v1/lakefs${route?.path.replace(/:(\w+)/g, '{$1}')}`,
      ),
    ),
    operations: [
      ...operations.map(({ id }) => id),
      ...(scopeEntities ? [`${system}:register`] : []),
    ],
  };
}
