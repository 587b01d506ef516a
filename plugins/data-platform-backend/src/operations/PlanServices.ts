import { Presets } from '@millrace/backstage-plugin-data-platform-common';
import { ResourceIndex } from '../store/types';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { EntityStore } from '../entities/types';
import { CatalogReader } from './CatalogReader';
import { Clusters } from './Clusters';
import { KindTable } from './KindTable';
import { OperationSettings } from './OperationSettings';

/** What plans are made with. Reads only. */
export interface PlanServices {
  readonly clusters: Clusters;
  readonly kinds: KindTable;
  readonly catalog: CatalogReader;
  readonly entities: EntityStore;
  readonly directory: EntityDirectory;
  readonly domains: DomainDirectory;
  readonly index: ResourceIndex;
  readonly settings: OperationSettings;
  /** Versions, images and examples that the form of a job offers. */
  readonly spark: Presets['spark'];
}
