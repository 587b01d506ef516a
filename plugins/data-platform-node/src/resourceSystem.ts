import {
  HttpAuthService,
  HttpRouterService,
} from '@backstage/backend-plugin-api';
import {
  Assessment,
  Finding,
  Nature,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import type { ZodType } from 'zod';
import { ResourceDefinition } from './integration';
import { KubernetesObject } from './kubernetes';
import { ResourceSource, SystemCall } from './resourceSource';

/** A system that is not a CRD: what the suite knows about it, and its servers. Brought by a backend module. */
export interface ResourceSystem {
  /** Stable, kebab-case: `lakefs`. Prefix of its operations (`lakefs:merge`) and of its routes. */
  id: string;
  title: string;
  /** As for custom resources: projection, verdict, facts, links. A scope of a source stands for the namespace. */
  resources: readonly ResourceDefinition<any>[];
  sources: readonly ResourceSource[];
  operations?: readonly SystemOperation<any>[];
  /**
   * Reads that the index has no row for (a diff, a commit log), mounted at `/v1/<id>` of the plugin. The handler asks
   * {@link SystemHost.viewer} first and filters by it before it counts; errors are those of `@backstage/errors`.
   */
  routes?(host: SystemHost): RouteHandler;
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
      source?: string;
      namespace?: string;
    },
    viewer: SystemViewer,
  ): readonly IndexedObject[];
  /** Changes with the index; for ETags and kept pages. */
  edition(): string;
}

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
}
