import { LoggerService } from '@backstage/backend-plugin-api';
import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';
import { Clock } from '../clusters/Clock';
import { ClusterConnection } from '../clusters/types';
import { EntityStore } from '../entities/types';
import { availableTo } from '../http/availableTo';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { NotebookBook } from '../notebooks/entities/NotebookBook';
import { NotebookEntities } from '../notebooks/entities/NotebookEntities';
import { NotebookReader } from '../notebooks/list/NotebookReader';
import { WorkspaceKinds } from '../notebooks/list/WorkspaceKinds';
import { NotebookPlanServices } from '../notebooks/NotebookPlanServices';
import { GpuReader } from '../notebooks/options/GpuReader';
import { LiveOptions } from '../notebooks/options/LiveOptions';
import { NotebookOptionsReader } from '../notebooks/options/NotebookOptionsReader';
import { OperationTable } from '../operations/OperationTable';
import { Sources } from '../sources/types';
import { IndexedResource, ResourceIndex } from '../store/types';
import { Settings } from './readSettings';
import { namespacesUnread } from '../sources/namespacesUnread';

export interface NotebookParts {
  settings: Settings;
  database: Knex;
  book: NotebookBook;
  index: ResourceIndex;
  domains: DomainDirectory;
  entities: EntityDirectory;
  entityStore: EntityStore;
  sources: Sources;
  clock: Clock;
  logger: LoggerService;
  signal: AbortSignal;
  connection(source: string): ClusterConnection | undefined;
  serves(source: string): readonly string[] | undefined;
  resourceOperations(resource: IndexedResource): OperationAvailability[];
}

/** Hours and costs are told by the minute: so a page on which nothing has changed stays the same. */
const MINUTE_MS = 60_000;

/** All that is about notebook servers alone. */
export function createNotebooks(parts: NotebookParts): {
  readers: { servers: NotebookReader; options: NotebookOptionsReader };
  plans: NotebookPlanServices;
  entities: NotebookEntities;
} {
  const { clock, connection, entityStore, sources, signal } = parts;
  const { notebooks: settings, prices } = parts.settings;
  const gpus = new GpuReader(connection, clock, signal);
  const live = new LiveOptions({ ...parts, gpus, shutdown: signal });
  const now = (source: string) =>
    Math.floor((clock.now() + sources.clockSkewMs(source)) / MINUTE_MS) *
    MINUTE_MS;
  return {
    plans: { settings, gpus, live },
    readers: {
      servers: new NotebookReader({
        ...parts,
        settings,
        prices,
        owners: parts.book,
        kinds: new WorkspaceKinds(source => live.allKinds(source), clock),
        now,
        operations: (viewer, resource) =>
          availableTo(viewer, resource.row, parts.resourceOperations(resource)),
      }),
      options: new NotebookOptionsReader({
        ...parts,
        settings,
        prices,
        live,
        namespacesUnread: () => namespacesUnread(sources.list()),
        state: source => sources.list().find(({ name }) => name === source),
      }),
    },
    entities: new NotebookEntities({
      ...parts,
      store: entityStore,
      directory: parts.entities,
      operations: new OperationTable(parts.database),
    }),
  };
}
