import {
  AdoptionPage,
  Approval,
  ApprovalPage,
  ApprovalState,
  DomainDetail,
  DomainPage,
  Health,
  Job,
  NotebookOptions,
  NotebookServerDetail,
  NotebookServerPage,
  NotebookState,
  Operation,
  PlatformResource,
  Presets,
  ResourceDetail,
  ResourcePage,
  Run,
  RunDetail,
  RunPage,
  Source,
  Summary,
} from '@millrace/backstage-plugin-data-platform-common';

/** Narrows a view to one entity, product or domain; refs in full form. */
export interface ScopeQuery {
  entityRef?: string;
  productRef?: string;
  domainRef?: string;
}

/** What GET /v1/resources can be asked for. */
export interface ResourceQuery extends ScopeQuery {
  source?: string;
  namespace?: string;
  /** `Kind` or `Kind.group`. */
  kind?: string;
  nature?: PlatformResource['nature'];
  /** What is of this nature is neither listed nor counted. */
  exceptNature?: PlatformResource['nature'];
  health?: readonly Health[];
  /** Runs that a newer run of the same job has superseded: with the others (default), left out, or alone. */
  superseded?: 'include' | 'exclude' | 'only';
  /** Text in name, namespace, entity or sentence. */
  q?: string;
  sort?: 'severity' | 'name' | 'startedAt' | 'kind' | 'domain';
  order?: 'asc' | 'desc';
  limit?: number;
  offset?: number;
}

/** What GET /v1/runs can be asked for. */
export interface RunQuery extends ScopeQuery {
  resourceId?: string;
  outcome?: NonNullable<Run['outcome']> | 'running';
  /** Id of the operation (back-fill) that made the runs. */
  series?: string;
  limit?: number;
  /** RFC 3339: only runs that started before. */
  before?: string;
}

/** What GET /v1/adoption can be asked for. */
export interface AdoptionQuery {
  domainRef?: string;
  source?: string;
  namespace?: string;
  /** Text in the name of a namespace or job. */
  q?: string;
  /** Of jobs; 0 asks for their number alone, which is told less often. */
  limit?: number;
  offset?: number;
}

/** What GET /v1/domains can be asked for. */
export interface DomainQuery {
  /** Text in the name or title. */
  q?: string;
  limit?: number;
}

/** What GET /v1/notebook-servers can be asked for. */
export interface NotebookQuery {
  domainRef?: string;
  ownerRef?: string;
  /** Only those of the person or of a group of theirs. */
  mine?: boolean;
  source?: string;
  state?: NotebookState;
  /** Text in name, namespace, owner, image or sentence. */
  q?: string;
  sort?: 'idle' | 'gpu' | 'name' | 'cost';
  limit?: number;
  offset?: number;
}

/** What GET /v1/operations can be asked for. */
export interface OperationQuery {
  entityRef?: string;
  /** The product, and what is a part of it. */
  productRef?: string;
  /** The domain, and what is a part of it. */
  domainRef?: string;
  /** `open`: accepted or running. */
  state?: 'open' | 'done' | 'failed' | 'cancelled';
  /** Text in title, person, entity, operation or id. */
  q?: string;
  limit?: number;
  /** RFC 3339: only those that were accepted before. */
  before?: string;
}

/** Operations, newest first. */
export interface OperationPage {
  items: Operation[];
  /** Present where there are older ones. */
  nextBefore?: string;
  /** False: only what the person did, and what was done to what the person owns. */
  everyone?: boolean;
}

/** What GET /v1/approvals can be asked for. */
export interface ApprovalQuery {
  /** `requested`: asked by the person; `toReview`: the person may decide; `all`: also what may merely be seen. */
  role?: 'requested' | 'toReview' | 'all';
  state?: ApprovalState;
  entityRef?: string;
  limit?: number;
  offset?: number;
}

/** What an answer of a system depends on: rows of the index. */
export interface SystemTouches {
  kind: string;
  source?: string;
  /** Of a system that is no cluster: its scope, for example a repository. */
  namespace?: string;
  name?: string;
}

/** What GET /v1/{system}/{path} can be asked for: routes that a module brings for a system of its own. */
export interface SystemQuery {
  /** Id of the system: `lakefs`. */
  system: string;
  /** Below the system's routes, its segments as they are: `branches`, `repositories/lake/sales-lake/commits`. */
  path: string;
  /** What is undefined or empty is not sent. */
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /**
   * Read again when such a row changes. Without it the answer stays until somebody asks for it again: for what is true
   * forever (a diff of two commits), and for what costs the system a request.
   */
  touches?: SystemTouches;
}

/** Every read that screens are built from: its query and its answer. */
export interface ViewTypes {
  resources: { query: ResourceQuery; value: ResourcePage };
  resource: { query: { id: string }; value: ResourceDetail };
  runs: { query: RunQuery; value: RunPage };
  run: { query: { id: string }; value: RunDetail };
  summary: { query: ScopeQuery; value: Summary };
  job: { query: { entityRef: string }; value: Job };
  domain: { query: { entityRef: string }; value: DomainDetail };
  domains: { query: DomainQuery; value: DomainPage };
  notebooks: { query: NotebookQuery; value: NotebookServerPage };
  notebook: { query: { entityRef: string }; value: NotebookServerDetail };
  notebookOptions: {
    query: { domainRef: string; source?: string; namespace?: string };
    value: NotebookOptions;
  };
  adoption: { query: AdoptionQuery; value: AdoptionPage };
  sources: { query: {}; value: { items: Source[] } };
  presets: { query: {}; value: Presets };
  operations: {
    query: OperationQuery;
    value: OperationPage;
  };
  operation: { query: { id: string }; value: Operation };
  approvals: { query: ApprovalQuery; value: ApprovalPage };
  approval: { query: { id: string }; value: Approval };
  system: { query: SystemQuery; value: unknown };
}

export type ViewName = keyof ViewTypes;
export type ViewQuery<N extends ViewName> = ViewTypes[N]['query'];
export type ViewValue<N extends ViewName> = ViewTypes[N]['value'];

/** One read, as data: two equal views share one answer. */
export type View<N extends ViewName = ViewName> = {
  [K in N]: { name: K; query: ViewQuery<K> };
}[N];

/** Same text for equal views, whatever the order of the query's keys. */
export function viewKey(view: View): string {
  return `${view.name} ${JSON.stringify(entriesOf(view.query))}`;
}

function entriesOf(query: object): [key: string, value: unknown][] {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]): [string, unknown] =>
      typeof value === 'object' && !Array.isArray(value)
        ? [key, entriesOf(value)]
        : [key, value],
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether the answer is kept fresh by itself; otherwise it is read once, and when somebody asks for it. */
export function isLive(view: View): boolean {
  return view.name !== 'system' || view.query.touches !== undefined;
}
