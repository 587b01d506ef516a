import { setTimeout as delay } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { DataPlatformEntityProvider } from './DataPlatformEntityProvider';
import { ManifestProcessor } from './ManifestProcessor';
import { ManifestReferenceProcessor } from './ManifestReferenceProcessor';
import { RegisteredEntities } from './RegisteredEntities';

/** Registered entities of the data platform, and the guard of their manifests. */
export const catalogModuleDataPlatform = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'data-platform',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, auth, discovery, lifecycle, logger, scheduler }) {
        const provider = new DataPlatformEntityProvider({
          registered: new RegisteredEntities({ auth, discovery }),
          logger,
          sleep: (ms, signal) =>
            delay(ms, undefined, { signal, ref: false }).catch(() => undefined),
        });
        catalog.addEntityProvider(provider);
        catalog.addProcessor(new ManifestReferenceProcessor());
        catalog.addProcessor(new ManifestProcessor());
        const end = new AbortController();
        lifecycle.addStartupHook(async () => {
          void provider.follow(end.signal);
          await scheduler.scheduleTask({
            id: 'data-platform-registered-entities',
            scope: 'global',
            frequency: { hours: 1 },
            initialDelay: { hours: 1 },
            timeout: { minutes: 5 },
            fn: signal => provider.fullSync(signal ?? end.signal),
          });
        });
        lifecycle.addShutdownHook(() => end.abort());
      },
    });
  },
});
