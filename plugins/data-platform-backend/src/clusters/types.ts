/** A cluster that can be talked to, with credentials resolved per request. */
export interface ClusterConnection {
  /** Unique; the `source` of every resource on it. */
  readonly name: string;
  readonly title?: string;
  /** True for the embedded stand-in: the screens say so. */
  readonly sandbox?: boolean;
  /** Namespaces to fall back to when listing cluster-wide is forbidden. */
  readonly namespaces?: readonly string[];
  /** What the cluster's names of people begin with: `backstage:`. Given to {@link impersonate}. */
  readonly impersonationPrefix: string;
  /** True when a bootstrap identity is configured: domains can be made here. */
  readonly canBootstrap: boolean;
  /**
   * One HTTP request. Never follows redirects, never retries.
   * @throws {@link ClusterError} where no HTTP answer came (refused, deadline, TLS, credentials)
   */
  request(request: ClusterRequest): Promise<ClusterResponse>;
  close(): Promise<void>;
}

export interface ClusterRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the server, already encoded: `/api/v1/namespaces`. */
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  /** Default `application/json`; for patches the patch type. */
  contentType?: string;
  accept?: string;
  /** Act as this person. Default: as the portal itself. */
  as?: ImpersonatedUser;
  /** `bootstrap` only where DESIGN section 7 allows it. */
  identity?: 'portal' | 'bootstrap';
  signal: AbortSignal;
  /** Deadline for the headers, and for each silence of the body unless `stream`. Default 10 000 ms. */
  deadlineMs?: number;
  /** The body is endless: only `signal` ends it. */
  stream?: boolean;
}

/** A verified person as the cluster knows it. Made by `impersonate` alone, which refuses names beyond the prefix. */
export interface ImpersonatedUser {
  /** `backstage:user:default/ada` */
  readonly user: string;
  /** `backstage:group:default/sales-team` */
  readonly groups: readonly string[];
}

export interface ClusterResponse {
  status: number;
  headers: Headers;
  /** Texts of Warning headers. */
  warnings: readonly string[];
  /** @throws {@link ClusterError} when the body is not JSON, is cut, or goes beyond the size cap */
  json(): Promise<unknown>;
  text(): Promise<string>;
  stream(): AsyncIterable<Uint8Array>;
}

/** A cluster that is configured but cannot be connected to; shown as a source, never an error at start. */
export interface UnsupportedCluster {
  readonly name: string;
  readonly title?: string;
  /** `unsupported`: a method we do not speak. `unreachable`: its file cannot be read. */
  readonly state: 'unsupported' | 'unreachable';
  /** One sentence: what it is and what to do. */
  readonly message: string;
}
