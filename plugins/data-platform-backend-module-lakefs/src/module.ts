import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { PLUGIN_ID } from '@millrace/backstage-plugin-data-platform-common';
import { dataPlatformSystemsExtensionPoint } from '@millrace/backstage-plugin-data-platform-node';
import { readDeletedKept } from './config/readDeletedKept';
import { readServers } from './config/readServers';
import { LakefsSource } from './LakefsSource';
import { lakefsSystem, SYSTEM_ID } from './lakefsSystem';
import { BranchRecords } from './records/BranchRecords';

const PACKAGE =
  '@millrace/backstage-plugin-data-platform-backend-module-lakefs';

/** Adds lakeFS to the data platform. Without a configured server it does nothing. */
export const lakefsModule = createBackendModule({
  pluginId: PLUGIN_ID,
  moduleId: SYSTEM_ID,
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        systems: dataPlatformSystemsExtensionPoint,
      },
      async init({ config, database, httpRouter, logger, systems }) {
        const servers = readServers(config);
        if (servers.length === 0) {
          logger.info('No lakeFS server is configured');
          return;
        }
        const client = await database.getClient();
        if (!database.migrations?.skip) {
          await client.migrate.latest({
            directory: resolvePackagePath(PACKAGE, 'migrations'),
            // The plugin keeps book of its own migrations in the same database.
            tableName: 'lakefs_migrations',
          });
        }
        const records = new BranchRecords(client);
        const portalUrl = config.getOptionalString('app.baseUrl');
        const sources = servers.map(
          server => new LakefsSource({ server, records, portalUrl }),
        );
        systems.addSystem(
          lakefsSystem(sources, records, readDeletedKept(config)),
        );
        for (const { name, webhookSecret } of servers) {
          if (webhookSecret) {
            // Checked by its own secret: lakeFS has no token of Backstage.
            httpRouter.addAuthPolicy({
              path: `/v1/${SYSTEM_ID}/webhook/${name}`,
              allow: 'unauthenticated',
            });
          }
        }
      },
    });
  },
});
