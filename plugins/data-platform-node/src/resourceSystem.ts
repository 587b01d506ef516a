import {
  HttpAuthService,
  HttpRouterService,
} from '@backstage/backend-plugin-api';
import {
  Assessment,
  Finding,
  Nature,
  Operation,
  PlatformResource,
  RunPage,
} from '@millrace/backstage-plugin-data-platform-common';
import type { ZodType } from 'zod';
import { DataBranches, DataBranchRef } from './dataBranches';
import { ResourceDefinition } from './integration';
import { KubernetesObject } from './kubernetes';
import { ResourceSource, SystemCall } from './resourceSource';
import { SystemTask, SystemTaskHost } from './systemTask';

/** A system that is not a CRD: what the suite knows about it, and its servers. Brought by a backend module. */
export interface ResourceSystem {
  /** Stable, kebab-case: `lakefs`. Prefix of its operations (`lakefs:merge`) and of its routes. */
  id: string;
  title: string;
  /** As for custom resources: projection, verdict, facts, links. A scope of a source stands for the namespace. */
  resources: readonly ResourceDefinition<any>[];
  sources: readonly ResourceSource[];
  operations?: readonly SystemOperation<any>[];
  /** Entities of the catalog that stand for places (a repository). Default: places have none. */
  scopeEntities?: ScopeEntityKind;
  /** Where its data lies on branches that Spark runs can work on. */
  dataBranches?: DataBranches;
  /**
   * Reads that the index has no row for (a diff, a commit log), mounted at `/v1/<id>` of the plugin. The handler asks
   * {@link SystemHost.viewer} first and filters by it before it counts; errors are those of `@backstage/errors`.
   */
  routes?(host: SystemHost): RouteHandler;
  /** What is to be done from time to time. Asked once, at the start. */
  tasks?(host: SystemTaskHost): readonly SystemTask[];
}

/** How places of a system are registered: with the operation `<system>:register`. */
export interface ScopeEntityKind {
  /** `spec.type` of the Resource. */
  type: string;
  /** Kind of the row that stands for a place; it has the place's name. */
  kind: string;
  /** For sentences: `repository`. */
  noun: string;
}

/** A router or handler of express. */
export type RouteHandler = Parameters<HttpRouterService['use']>[0];
/** A request as express has it. */
export type RouteRequest = Parameters<HttpAuthService['credentials']>[0];

/** A live object in the index, with what its verdict was made from. */
export interface IndexedObject {
  readonly row: PlatformResource;
  readonly object: KubernetesObject;
  readonly assessment: Assessment;
}

/** What the backend offers to the routes of a system. */
export interface SystemHost {
  /** @throws AuthenticationError, NotAllowedError - who may see nothing of the platform */
  viewer(req: RouteRequest): Promise<SystemViewer>;
  /** One object of the system's sources. Whoever may not see it is told the same as if there were none. */
  get(id: string, viewer: SystemViewer): IndexedObject | undefined;
  /** All objects of the system's sources that match and that the viewer may see; unsorted. */
  select(
    filter: {
      kind: string;
      entityRef?: string;
      productRef?: string;
      domainRef?: string;
      source?: string;
      namespace?: string;
    },
    viewer: SystemViewer,
  ): readonly IndexedObject[];
  /** Runs that were started on a branch of the system, newest first, those whose object is gone as well. */
  runsOn(
    branch: DataBranchRef,
    page: { before?: string; limit: number },
    viewer: SystemViewer,
  ): Promise<RunPage>;
  /**
   * What the portal has on record of operations, by id; those that it has not are left out. At most 1,000 are asked for.
   * Not filtered: tell of them only to who sees what they did.
   */
  recorded(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, RecordedOperation>>;
  /** True while the first lists are under way: an empty page is not yet an answer. */
  warming(): boolean;
  /** Changes with the index; for ETags and kept pages. */
  edition(): string;
}

/** An operation that was accepted, as the portal's record has it. */
export type RecordedOperation = Pick<
  Operation,
  'id' | 'operation' | 'actor' | 'state' | 'entityRef' | 'output'
>;

/** Who asks, and what the policy lets them see and do. */
export interface SystemViewer {
  readonly userRef: string;
  /** Equal for viewers who are shown the same. */
  readonly tag: string;
  mayRead(row: Visible): boolean;
  mayOperate(row: Visible): boolean;
}

type Visible = Pick<PlatformResource, 'ownerRef' | 'domainRef' | 'nature'>;

/** A thing that people can do on a system: planned, shown, allowed by the policy, recorded and carried out by the host. */
export interface SystemOperation<I = unknown> {
  /** For example `lakefs:branch-create`. */
  id: string;
  title: string;
  destructive?: boolean;
  /** Asked before it is done. */
  confirmation?: string;
  /**
   * What is acted on, for the policy: who may not see, or not operate, objects of this nature of that owner and domain
   * is refused before anything is read.
   */
  nature: Nature;
  /** Kinds of rows that it can be asked of. Rows of the first offer it. */
  actsOn: readonly [string, ...string[]];
  /** Where it can be asked of an entity: kind of the row that stands for it. */
  ofEntity?: string;
  input: ZodType<I>;
  /** Whether a button makes sense on this object: true, or why not, as a sentence. Default: true. */
  availability?(subject: IndexedObject): true | string;
  /**
   * Reads only. What is wrong with the input, and what the call would run into, are findings.
   * @throws NotFoundError, SourceFault
   */
  plan(input: I, context: SystemPlanContext): Promise<SystemPlan>;
  /**
   * Whether what was looked at has changed since its approval was asked for: why it holds no longer, as a sentence, or
   * undefined while it does. Asked from time to time and before a decision, of the calls that the plan had then.
   * @throws SourceFault - nobody knows
   */
  drifted?(
    asked: {
      calls: readonly SystemCall[];
      pins: Readonly<Record<string, string>>;
    },
    signal: AbortSignal,
  ): Promise<string | undefined>;
}

/** What a plan is made from, beside the input. */
export interface SystemPlanContext {
  /** The row that the operation was asked of. */
  readonly subject: IndexedObject;
  readonly actor: string;
  /** All refs by which the person owns entities. */
  readonly ownershipRefs: readonly string[];
  readonly operationId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly signal: AbortSignal;
  /** Another row of the same scope of the same source. */
  find(kind: string, name: string): IndexedObject | undefined;
}

/** What an operation would do. */
export interface SystemPlan {
  title: string;
  /** What it claims while it runs: two operations never hold one subject. */
  claims: string;
  calls: readonly SystemCall[];
  /** Preflight. One error refuses the operation. */
  findings: readonly Finding[];
  output?: Readonly<Record<string, unknown>>;
  /** Set where others have to allow it first. The host asks, records and checks it. */
  approval?: SystemApproval;
}

/** What has to be allowed by somebody else than who asks for it. */
export interface SystemApproval {
  /** Why, as a sentence. */
  reason: string;
  /**
   * What is allowed: an approval that was given for one request holds for another exactly where this is equal. Without
   * what may change freely, such as the words of a commit.
   */
  about: string;
  /** What was looked at, by name: `{ source: <commit> }`. With other pins an approval holds no longer. */
  pins: Readonly<Record<string, string>>;
  /** Who may allow it: groups and users. Default: the owner of the product that the subject belongs to, else of its domain. */
  approverRefs?: readonly string[];
  /** Path in the portal where it is looked at: `/catalog/...`. */
  link?: string;
}
