import {
  OperatorState,
  Presets,
} from '@millrace/backstage-plugin-data-platform-common';
import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import { ApprovalGate } from '../approvals/ApprovalGate';
import { AdoptionReader } from '../adoption/AdoptionReader';
import { RunBranches } from '../history/RunBranches';
import { ResourceIndex } from '../store/types';
import { NotebookPlanServices } from '../notebooks/NotebookPlanServices';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { EntityStore } from '../entities/types';
import { CatalogReader } from './CatalogReader';
import { Clusters } from './Clusters';
import { KindTable } from './KindTable';
import { OperationTable } from './OperationTable';
import { OperationSettings } from './OperationSettings';

/** What plans are made with. Reads only. */
export interface PlanServices {
  readonly clusters: Clusters;
  readonly kinds: KindTable;
  /** Operations that were accepted before. */
  readonly operations: Pick<OperationTable, 'get'>;
  readonly catalog: CatalogReader;
  readonly entities: EntityStore;
  readonly directory: EntityDirectory;
  readonly domains: DomainDirectory;
  readonly index: ResourceIndex;
  /** Jobs on the clusters that are not adopted yet. */
  readonly adoption: Pick<AdoptionReader, 'job'>;
  readonly settings: OperationSettings;
  /** How requests for leave stand. */
  readonly approvals: Pick<ApprovalGate, 'standing'>;
  /** Whose data lies on branches that runs can work on. */
  readonly systems: readonly ResourceSystem[];
  /** On which branches runs are that were started before. */
  readonly runBranches: Pick<RunBranches, 'of'>;
  /** Clusters whose namespaces are not known now: not listed yet, or out of reach. */
  namespacesUnread(): readonly string[];
  /** Kinds that a cluster serves, as `kind.group`; undefined while that is not known. */
  serves(source: string): readonly string[] | undefined;
  /** The version of a kind (`kind.group`) that a cluster serves and the portal reads; undefined while that is not known. */
  servedVersion(source: string, kind: string): string | undefined;
  /** The operators of a cluster, as they are judged now. */
  operators(source: string): readonly OperatorState[];
  /** What forms of notebook servers offer, and what clusters have for them. */
  readonly notebooks: NotebookPlanServices;
  /** Versions, images and examples that the form of a job offers. */
  readonly spark: Presets['spark'];
}
