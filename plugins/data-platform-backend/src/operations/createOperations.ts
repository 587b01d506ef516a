import { randomUUID } from 'node:crypto';
import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Presets } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { Knex } from 'knex';
import { Clock, systemClock } from '../clusters/Clock';
import { ClusterConnection } from '../clusters/types';
import { EntityStore } from '../entities/types';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { ResourceIndex } from '../store/types';
import { CatalogReader } from './CatalogReader';
import { Clusters } from './Clusters';
import { KindTable } from './KindTable';
import { operationDefinitions } from './operationDefinitions';
import { OperationExecutor } from './OperationExecutor';
import { OperationRegistry } from './OperationRegistry';
import { OperationRunner } from './OperationRunner';
import { Operations } from './Operations';
import { OperationSettings } from './OperationSettings';
import { OperationTable } from './OperationTable';
import { PermissionGate } from './PermissionGate';
import { Planner } from './Planner';
import { OperationsService } from './types';

export interface CreateOperationsOptions {
  /** With the plugin's migrations applied. */
  database: Knex;
  logger: LoggerService;
  auditor: AuditorService;
  permissions: PermissionsService;
  auth: AuthService;
  catalog: CatalogService;
  connections: () => readonly ClusterConnection[];
  integrations: readonly DataPlatformIntegration[];
  entities: EntityStore;
  directory: EntityDirectory;
  domains: DomainDirectory;
  index: ResourceIndex;
  settings: OperationSettings;
  spark: Presets['spark'];
  /** Keeps the definition that a run had, so that its page can show it. Idempotent. */
  recordDefinition(hash: string, yaml: string): void | Promise<void>;
  clock?: Clock;
  /** Default: the one in `database`. */
  table?: OperationTable;
}

/** The operations, and the life of what runs them in the background. */
export interface OperationsHandle {
  service: OperationsService;
  runner: OperationRunner;
}

/** Puts the operations together. Call `runner.start()` once the plugin runs, and `runner.stop()` at its end. */
export function createOperations(
  options: CreateOperationsOptions,
): OperationsHandle {
  const { entities, logger, auditor, index, settings } = options;
  const clock = options.clock ?? systemClock;
  const owner = randomUUID();
  const table = options.table ?? new OperationTable(options.database);
  const clusters = new Clusters(options.connections);
  const kinds = new KindTable(options.integrations);
  const catalog = new CatalogReader({
    catalog: options.catalog,
    auth: options.auth,
    entities,
  });
  const gate = new PermissionGate(options.permissions);
  const executor = new OperationExecutor(
    { table, entities, clusters, kinds, clock },
    owner,
  );
  const runner = new OperationRunner(
    {
      table,
      executor,
      mandates: { gate, catalog, settings, clock },
      auditor,
      index,
      kinds,
      clock,
      logger,
    },
    owner,
  );
  const planner = new Planner({
    registry: new OperationRegistry(operationDefinitions(options.integrations)),
    services: {
      clusters,
      kinds,
      catalog,
      entities,
      directory: options.directory,
      domains: options.domains,
      index,
      settings,
      spark: options.spark,
    },
    gate,
    clock,
  });
  const service = new Operations({
    table,
    planner,
    runner,
    auditor,
    clock,
    owner,
    maxPerActor: settings.maxPerActor,
    recordDefinition: options.recordDefinition,
  });
  return { service, runner };
}
