import {
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  OperationAvailability,
  OperatorState,
  Presets,
  ResourceDetail,
} from '@millrace/backstage-plugin-data-platform-common';
import { Approvals } from '../approvals/Approvals';
import { AdoptionReader } from '../adoption/AdoptionReader';
import { Clock } from '../clusters/Clock';
import { ClusterConnection } from '../clusters/types';
import { EntityStore } from '../entities/types';
import { UsageReader } from '../executors/UsageReader';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { NotebookReader } from '../notebooks/list/NotebookReader';
import { NotebookOptionsReader } from '../notebooks/options/NotebookOptionsReader';
import { OperationsService } from '../operations/types';
import { Viewers } from '../permissions/Viewers';
import { JobReader } from '../rollup/JobReader';
import { KeptSummaries } from '../rollup/KeptSummaries';
import { RunReader } from '../rollup/RunReader';
import { Sources } from '../sources/types';
import { IndexedResource, ResourceIndex } from '../store/types';
import { StreamHub } from './stream/StreamHub';

/** All that the routes lean on. */
export interface RouterDeps {
  logger: LoggerService;
  httpAuth: HttpAuthService;
  auth: AuthService;
  permissions: PermissionsService;
  viewers: Viewers;
  index: ResourceIndex;
  sources: Sources;
  entities: EntityDirectory;
  domains: DomainDirectory;
  entityStore: EntityStore;
  runs: RunReader;
  jobs: JobReader;
  summaries: KeptSummaries;
  adoption: AdoptionReader;
  notebooks: {
    servers: NotebookReader;
    options: Pick<NotebookOptionsReader, 'read'>;
  };
  operations: OperationsService;
  approvals: Pick<Approvals, keyof Approvals>;
  hub: StreamHub;
  clock: Clock;
  /** The operators of a source, as they are judged now. */
  operators(source: string): readonly OperatorState[];
  connection(source: string): ClusterConnection | undefined;
  /** Executors over time. */
  usage: UsageReader;
  /** What the index knows beyond the row. */
  detail(id: string): Omit<ResourceDetail, 'operations'> | undefined;
  /** What can be done with a live object, whoever asks. */
  resourceOperations(resource: IndexedResource): OperationAvailability[];
  presets(): Presets;
  /** Aborts when the backend shuts down: everything that lasts ends then. */
  shutdown: AbortSignal;
}
