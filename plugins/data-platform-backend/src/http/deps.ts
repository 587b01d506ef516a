import {
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  OperationAvailability,
  Presets,
  ResourceDetail,
} from '@millrace/backstage-plugin-data-platform-common';
import { Clock } from '../clusters/Clock';
import { ClusterConnection } from '../clusters/types';
import { EntityStore } from '../entities/types';
import { DomainDirectory, EntityDirectory } from '../join/types';
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
  operations: OperationsService;
  hub: StreamHub;
  clock: Clock;
  connection(source: string): ClusterConnection | undefined;
  /** What the index knows beyond the row. */
  detail(id: string): Omit<ResourceDetail, 'operations'> | undefined;
  /** What can be done with a live object, whoever asks. */
  resourceOperations(resource: IndexedResource): OperationAvailability[];
  presets(): Presets;
  /** Aborts when the backend shuts down: everything that lasts ends then. */
  shutdown: AbortSignal;
}
