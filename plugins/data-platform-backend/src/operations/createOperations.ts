import { randomUUID } from 'node:crypto';
import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  OperatorState,
  Presets,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformIntegration,
  ResourceSystem,
} from '@millrace/backstage-plugin-data-platform-node';
import { Knex } from 'knex';
import { AdoptionReader } from '../adoption/AdoptionReader';
import { ApprovalGate } from '../approvals/ApprovalGate';
import { ApprovalTable } from '../approvals/ApprovalTable';
import { Clock, systemClock } from '../clusters/Clock';
import { ClusterConnection } from '../clusters/types';
import { EntityStore } from '../entities/types';
import { RunBranches } from '../history/RunBranches';
import { HistoryStore } from '../history/types';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { NotebookPlanServices } from '../notebooks/NotebookPlanServices';
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
import { RunEnds } from './series/RunEnds';
import { RunStarter } from './series/RunStarter';
import { SeriesCanceller } from './series/SeriesCanceller';
import { SeriesExecutor } from './series/SeriesExecutor';
import { SystemCaller } from './systems/SystemCaller';
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
  /** Default: none. */
  systems?: readonly ResourceSystem[];
  entities: EntityStore;
  directory: EntityDirectory;
  domains: DomainDirectory;
  index: ResourceIndex;
  adoption: Pick<AdoptionReader, 'job'>;
  /** What becomes of runs whose objects are gone. */
  history: Pick<HistoryStore, 'query' | 'flush'>;
  settings: OperationSettings;
  runBranches: RunBranches;
  spark: Presets['spark'];
  notebooks: NotebookPlanServices;
  /** Clusters whose namespaces are not known now. */
  namespacesUnread(): readonly string[];
  /** Kinds that a cluster serves, as `kind.group`; undefined while that is not known. */
  serves(source: string): readonly string[] | undefined;
  /** The version of a kind (`kind.group`) that a cluster serves; undefined while that is not known. */
  servedVersion(source: string, kind: string): string | undefined;
  /** The operators of a cluster, as they are judged now. */
  operators(source: string): readonly OperatorState[];
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
  planner: Planner;
}

/** Puts the operations together. Call `runner.start()` once the plugin runs, and `runner.stop()` at its end. */
export function createOperations(
  options: CreateOperationsOptions,
): OperationsHandle {
  const { entities, logger, auditor, index, settings } = options;
  const systems = options.systems ?? [];
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
  const approvals = new ApprovalGate(
    new ApprovalTable(options.database),
    clock.now,
  );
  const gate = new PermissionGate(options.permissions);
  const ends = new RunEnds({ index, history: options.history });
  const starter = new RunStarter({
    clusters,
    kinds,
    entities,
    ends,
    index,
    clock,
  });
  const series = new SeriesExecutor({ table, clock, ends, starter }, owner);
  const canceller = new SeriesCanceller(table, clock, id => series.nudge(id));
  const executor = new OperationExecutor(
    {
      table,
      entities,
      clusters,
      kinds,
      canceller,
      systems: new SystemCaller(systems, clock),
      runBranches: options.runBranches,
      clock,
    },
    owner,
  );
  const runner = new OperationRunner(
    {
      table,
      executor,
      series,
      retentionDays: settings.retentionDays,
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
    registry: new OperationRegistry(
      operationDefinitions(options.integrations, systems),
    ),
    services: {
      clusters,
      kinds,
      operations: table,
      catalog,
      entities,
      directory: options.directory,
      domains: options.domains,
      index,
      adoption: options.adoption,
      approvals,
      settings,
      systems,
      runBranches: options.runBranches,
      spark: options.spark,
      notebooks: options.notebooks,
      namespacesUnread: options.namespacesUnread,
      serves: options.serves,
      servedVersion: options.servedVersion,
      operators: options.operators,
    },
    gate,
    clock,
  });
  const service = new Operations({
    table,
    planner,
    runner,
    auditor,
    approvals,
    directory: options.directory,
    clock,
    owner,
    maxPerActor: settings.maxPerActor,
    recordDefinition: options.recordDefinition,
  });
  return { service, runner, planner };
}
