import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  dataPlatformPermissions,
  PLUGIN_ID,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  dataPlatformIntegrationsExtensionPoint,
  dataPlatformSystemsExtensionPoint,
} from '@millrace/backstage-plugin-data-platform-node';
import { systemClock } from './clusters/Clock';
import { readClusters } from './clusters/readClusters';
import { pruneHistory } from './history/pruneHistory';
import { createRouter } from './http/createRouter';
import { builtInIntegrations } from './integrations/builtInIntegrations';
import { platformResourceRef } from './permissions/platformResourceRef';
import { platformRules } from './permissions/rules';
import { registerTools } from './tools/registerTools';
import { createPlatform } from './wiring/createPlatform';
import { IntegrationRegistry } from './wiring/IntegrationRegistry';
import { readSettings } from './wiring/readSettings';
import { scheduleTasks } from './wiring/scheduleTasks';
import { SystemRegistry } from './wiring/SystemRegistry';
import { useWriteAheadLog } from './wiring/useWriteAheadLog';

const PACKAGE = '@millrace/backstage-plugin-data-platform-backend';

/** The backend of the data platform. */
export const dataPlatformPlugin = createBackendPlugin({
  pluginId: PLUGIN_ID,
  register(env) {
    const registry = new IntegrationRegistry();
    builtInIntegrations.forEach(each => registry.addIntegration(each));
    env.registerExtensionPoint(
      dataPlatformIntegrationsExtensionPoint,
      registry,
    );
    const systemRegistry = new SystemRegistry();
    env.registerExtensionPoint(
      dataPlatformSystemsExtensionPoint,
      systemRegistry,
    );
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        userInfo: coreServices.userInfo,
        auth: coreServices.auth,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        lifecycle: coreServices.lifecycle,
        scheduler: coreServices.scheduler,
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        notifications: notificationService,
        actionsRegistry: actionsRegistryServiceRef,
      },
      async init(services) {
        const { config, logger, httpRouter, lifecycle, scheduler } = services;
        const settings = readSettings(config);
        const clusters = await readClusters(config, logger, systemClock);
        const database = await services.database.getClient();
        await useWriteAheadLog(database);
        if (!services.database.migrations?.skip) {
          await database.migrate.latest({
            directory: resolvePackagePath(PACKAGE, 'migrations'),
          });
        }
        const systems = systemRegistry.all(
          clusters.connections.map(({ name }) => name),
        );
        const platform = createPlatform({
          ...services,
          database,
          clusters,
          settings,
          integrations: registry.all(),
          systems,
          clock: systemClock,
        });
        services.permissionsRegistry.addResourceType({
          resourceRef: platformResourceRef,
          permissions: dataPlatformPermissions,
          rules: Object.values(platformRules),
          getResources: async ids =>
            ids.map(id => platform.deps.index.get(id)?.row),
        });
        httpRouter.use(createRouter(platform.deps, systems));
        registerTools(services.actionsRegistry, platform.deps);
        lifecycle.addStartupHook(() => platform.start());
        lifecycle.addShutdownHook(() => platform.stop());
        await scheduleTasks(platform.tasks, scheduler, logger);
        await scheduler.scheduleTask({
          id: 'data-platform-prune-history',
          frequency: { hours: 24 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 5 },
          fn: async signal => {
            const deleted = await pruneHistory({
              database,
              retention: settings.retention,
              now: systemClock.now(),
              signal: signal as AbortSignal,
            });
            if (deleted > 0) {
              logger.info(`Deleted ${deleted} runs beyond the retention`);
            }
          },
        });
      },
    });
  },
});
