import { components, paths } from './generated/api';

/** Every route with its parameters and answers. */
export type DataPlatformPaths = paths;

type Schemas = components['schemas'];

/** How a resource is now. @see HEALTH_ORDER */
export type Health = Schemas['Health'];
/** How a run ended. */
export type Outcome = Schemas['Outcome'];
/** What sort of thing a resource is; picks the generic panel. */
export type Nature = Schemas['Nature'];
export type Evidence = Schemas['Evidence'];
export type Remedy = Schemas['Remedy'];
export type AssessmentSummary = Schemas['AssessmentSummary'];
/** The verdict on one resource. */
export type Assessment = Schemas['Assessment'];
export type Fact = Schemas['Fact'];
export type ResourceLink = Schemas['ResourceLink'];
export type Staleness = Schemas['Staleness'];
export type OperationAvailability = Schemas['OperationAvailability'];
/** One live object on the platform; not the catalog kind Resource. */
export type PlatformResource = Schemas['PlatformResource'];
export type PodSummary = Schemas['PodSummary'];
export type ResourceEvent = Schemas['ResourceEvent'];
export type ResourceDetail = Schemas['ResourceDetail'];
export type Moment = Schemas['Moment'];
export type ResourcePage = Schemas['ResourcePage'];
export type Counts = Schemas['Counts'];
/** One execution of a job. Runs are never catalog entities. */
export type Run = Schemas['Run'];
export type RunBranch = Schemas['RunBranch'];
export type RunPage = Schemas['RunPage'];
export type RunDetail = Schemas['RunDetail'];
export type VerdictChange = Schemas['VerdictChange'];
export type Part = Schemas['Part'];
export type Summary = Schemas['Summary'];
export type Job = Schemas['Job'];
export type JobSchedule = Schemas['Schedule'];
export type QuotaLine = Schemas['QuotaLine'];
export type DomainDetail = Schemas['DomainDetail'];
export type ContainerLimit = Schemas['ContainerLimit'];
/** Where live objects come from, and in which state that is. */
export type Source = Schemas['Source'];
export type QuotaPreset = Schemas['QuotaPreset'];
export type Presets = Schemas['Presets'];
export type OperationRequest = Schemas['OperationRequest'];
export type PlanStep = Schemas['PlanStep'];
export type Finding = Schemas['Finding'];
/** What an operation would do, as data. */
export type Plan = Schemas['Plan'];
/** Whose leave an operation needs, and how that stands. */
export type PlanApproval = Schemas['PlanApproval'];
/** A request for leave to do an operation. */
export type Approval = Schemas['Approval'];
export type ApprovalState = Schemas['ApprovalState'];
export type ApprovalComment = Schemas['ApprovalComment'];
export type ApprovalPage = Schemas['ApprovalPage'];
export type OperationStep = Schemas['OperationStep'];
export type Operation = Schemas['Operation'];
/** Executors over the life of a run, and what they cost. */
export type ExecutorUsage = Schemas['ExecutorUsage'];
/** What Spark itself tells of an application. */
export type SparkNumbers = Schemas['SparkNumbers'];
/** Whether a controller seems to be at work. */
export type OperatorState = Schemas['OperatorState'];
/** Data domains of which a viewer may see something. */
export type DomainPage = Schemas['DomainPage'];
/** What runs on the clusters and belongs to nothing of the portal yet. */
export type AdoptionPage = Schemas['AdoptionPage'];
export type AdoptableNamespace = Schemas['AdoptableNamespace'];
export type AdoptableJob = Schemas['AdoptableJob'];
/** A notebook server of either generation: how it is, how long idle, what it holds and costs. */
export type NotebookServer = Schemas['NotebookServer'];
export type NotebookState = Schemas['NotebookState'];
export type NotebookServerPage = Schemas['NotebookServerPage'];
export type NotebookServerDetail = Schemas['NotebookServerDetail'];
export type NotebookVolume = Schemas['NotebookVolume'];
/** What a form for a notebook server may offer in a domain. */
export type NotebookOptions = Schemas['NotebookOptions'];
export type NotebookImage = Schemas['NotebookImage'];
export type WorkspaceKindOption = Schemas['WorkspaceKindOption'];
export type CatalogEntityPage = Schemas['CatalogEntityPage'];

/** A repository of a lakeFS server. */
export type LakefsRepository = Schemas['LakefsRepository'];
export type LakefsRepositoryPage = Schemas['LakefsRepositoryPage'];
/** A number that may be a lower bound. */
export type LakefsCount = Schemas['LakefsCount'];
/** A branch as lists show it: its row, and what it stands for in numbers. */
export type LakefsBranch = Schemas['LakefsBranch'];
export type LakefsBranchDetail = Schemas['LakefsBranchDetail'];
export type LakefsBranchPage = Schemas['LakefsBranchPage'];
export type LakefsHookFailure = Schemas['LakefsHookFailure'];
export type LakefsRef = Schemas['LakefsRef'];
export type LakefsRefs = Schemas['LakefsRefs'];
export type LakefsDeletedBranch = Schemas['LakefsDeletedBranch'];
export type LakefsDeletedBranchPage = Schemas['LakefsDeletedBranchPage'];
export type LakefsCommitBrief = Schemas['LakefsCommitBrief'];
export type LakefsCommit = Schemas['LakefsCommit'];
export type LakefsCommitPage = Schemas['LakefsCommitPage'];
/** What changed a branch that counts. */
export type LakefsHistoryItem = Schemas['LakefsHistoryItem'];
export type LakefsHistory = Schemas['LakefsHistory'];
export type LakefsChange = Schemas['LakefsChange'];
export type LakefsDiff = Schemas['LakefsDiff'];
export type LakefsDiffCounts = Schemas['LakefsDiffCounts'];
export type LakefsDiffGroup = Schemas['LakefsDiffGroup'];
export type LakefsDiffPage = Schemas['LakefsDiffPage'];
export type LakefsDiffGroups = Schemas['LakefsDiffGroups'];
/** An object that both sides of a merge have changed. */
export type LakefsConflict = Schemas['LakefsConflict'];
export type LakefsConflictSide = Schemas['LakefsConflictSide'];
export type LakefsConflictPage = Schemas['LakefsConflictPage'];
/** One run of actions. */
export type LakefsCheck = Schemas['LakefsCheck'];
export type LakefsCheckPage = Schemas['LakefsCheckPage'];
export type LakefsCheckRun = Schemas['LakefsCheckRun'];
export type LakefsHook = Schemas['LakefsHook'];
export type LakefsObject = Schemas['LakefsObject'];
export type LakefsObjectPage = Schemas['LakefsObjectPage'];
export type LakefsPreview = Schemas['LakefsPreview'];

/**
 * One frame of GET /v1/stream. To resume, send the event's `id` (`<epoch>.<version>`) as Last-Event-ID: a bare version
 * says nothing after a restart of the backend.
 */
export type StreamFrame =
  | { type: 'changes'; version: number; changed: StreamChange[] }
  | { type: 'reset'; version: number }
  | { type: 'sources'; version: number };

/** What changed, just enough to know which views to read again. */
export interface StreamChange {
  id: string;
  version: number;
  removed?: boolean;
  entityRef?: string;
  productRef?: string;
  domainRef?: string;
  /** The row as GET /v1/resources lists it; absent when removed, and where very much changes at once. */
  resource?: PlatformResource;
}
