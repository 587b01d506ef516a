import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Agent, Dispatcher, request } from 'undici';
import { CachedCredentials } from './CachedCredentials';
import { Clock, systemClock } from './Clock';
import { ClusterError, clusterError } from './ClusterError';
import { Credentials, ResolvedCredentials, TlsMaterial } from './Credentials';
import {
  assertImpersonated,
  DEFAULT_IMPERSONATION_PREFIX,
} from './impersonate';
import { bodyChunks, bodyText, parseBody } from './responseBody';
import { linkedAbort } from './linkedAbort';
import { ClusterConnection, ClusterRequest, ClusterResponse } from './types';
import { warningTexts } from './warningTexts';

const DEADLINE_MS = 10_000;
/** A page of 500 custom resources is 4 MB; the largest object that etcd takes is 1.5 MB. */
const MAX_BODY_BYTES = 32 * 2 ** 20;

export interface HttpClusterOptions {
  name: string;
  title?: string;
  /** `https://host:port`, optionally with a path before `/api`. */
  url: string;
  sandbox?: boolean;
  namespaces?: readonly string[];
  impersonationPrefix?: string;
  credentials: Credentials;
  bootstrap?: Credentials;
  clock?: Clock;
  /** Default 10 000 ms. */
  deadlineMs?: number;
  maxBodyBytes?: number;
}

/** A cluster over HTTP/1.1. Agents live as long as the TLS material they were made from. */
export class HttpClusterConnection implements ClusterConnection {
  readonly name: string;
  readonly title?: string;
  readonly sandbox?: boolean;
  readonly namespaces?: readonly string[];
  readonly impersonationPrefix: string;
  readonly canBootstrap: boolean;
  readonly #origin: string;
  readonly #basePath: string;
  readonly #portal: CachedCredentials;
  readonly #bootstrap?: CachedCredentials;
  readonly #clock: Clock;
  readonly #deadlineMs: number;
  readonly #maxBodyBytes: number;
  readonly #agents = new Map<string, Agent>();

  constructor(options: HttpClusterOptions) {
    this.name = options.name;
    this.title = options.title;
    this.sandbox = options.sandbox;
    this.namespaces = options.namespaces;
    this.impersonationPrefix =
      options.impersonationPrefix ?? DEFAULT_IMPERSONATION_PREFIX;
    this.canBootstrap = options.bootstrap !== undefined;
    const url = new URL(options.url);
    this.#origin = url.origin;
    this.#basePath = url.pathname.replace(/\/+$/, '');
    this.#clock = options.clock ?? systemClock;
    this.#portal = new CachedCredentials(options.credentials, this.#clock);
    this.#bootstrap =
      options.bootstrap &&
      new CachedCredentials(options.bootstrap, this.#clock);
    this.#deadlineMs = options.deadlineMs ?? DEADLINE_MS;
    this.#maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  }

  async request(req: ClusterRequest): Promise<ClusterResponse> {
    if (req.signal.aborted) {
      throw this.#aborted();
    }
    if (req.as) {
      assertImpersonated(req.as, this.impersonationPrefix);
    }
    const identity = this.#identity(req);
    const credentials = await identity.get();
    const response = await this.#send(req, credentials);
    if (response.status !== 401) {
      return response;
    }
    // Refused before anything was done, so that writes may be sent again too.
    const renewed = await identity.renew(credentials);
    if (!renewed) {
      return response;
    }
    await response.text();
    return this.#send(req, renewed);
  }

  async close(): Promise<void> {
    const agents = [...this.#agents.values()];
    this.#agents.clear();
    await Promise.all(agents.map(agent => agent.destroy()));
  }

  #identity(req: ClusterRequest): CachedCredentials {
    if (req.identity !== 'bootstrap') {
      return this.#portal;
    }
    if (req.as) {
      throw new ClusterError(
        this.name,
        'credentials',
        'the bootstrap identity never acts as a person',
      );
    }
    if (!this.#bootstrap) {
      throw new ClusterError(
        this.name,
        'credentials',
        `no bootstrap identity is configured; set dataPlatform.kubernetes.clusters.${this.name}.bootstrap.tokenFile`,
      );
    }
    return this.#bootstrap;
  }

  async #send(
    req: ClusterRequest,
    credentials: ResolvedCredentials,
  ): Promise<ClusterResponse> {
    const deadlineMs = req.deadlineMs ?? this.#deadlineMs;
    const abort = linkedAbort(req.signal);
    let late = false;
    const inTime = this.#clock.after(deadlineMs, () => {
      late = true;
      abort.abort();
    });
    let data: Dispatcher.ResponseData;
    try {
      data = await request(this.#origin + this.#basePath + req.path, {
        dispatcher: this.#agent(credentials.tls ?? {}, req.stream === true),
        method: req.method ?? 'GET',
        query: definedOnly(req.query),
        headers: requestHeaders(req, credentials),
        body: req.body === undefined ? null : JSON.stringify(req.body),
        // The deadlines are ours: one from send to headers, one for each silence.
        headersTimeout: 0,
        bodyTimeout: 0,
        signal: abort.signal,
      });
      data.body.once('close', abort.release);
    } catch (cause) {
      abort.release();
      if (req.signal.aborted) {
        throw this.#aborted(cause);
      }
      if (late) {
        throw new ClusterError(
          this.name,
          'timeout',
          `no answer within ${seconds(deadlineMs)}`,
          { cause },
        );
      }
      throw clusterError(this.name, cause);
    } finally {
      inTime();
    }
    // A body that nobody reads must not take the process down when it is cut.
    data.body.on('error', () => {});
    if (data.statusCode >= 300 && data.statusCode < 400) {
      data.body.destroy();
      throw new ClusterError(
        this.name,
        'protocol',
        `it answers with a redirect (HTTP ${data.statusCode}), which is refused so that credentials go nowhere else; check its URL`,
      );
    }
    return this.#response(data, req.stream ? undefined : deadlineMs);
  }

  #response(
    data: Dispatcher.ResponseData,
    silenceMs: number | undefined,
  ): ClusterResponse {
    const cluster = this.name;
    const limits = {
      cluster,
      silenceMs,
      maxBytes: this.#maxBodyBytes,
      clock: this.#clock,
    };
    const body: Readable = data.body;
    const headers = toHeaders(data.headers);
    return {
      status: data.statusCode,
      headers,
      warnings: warningTexts(data.headers.warning),
      text: () => bodyText(body, limits),
      json: async () =>
        parseBody(cluster, await bodyText(body, limits), data.statusCode),
      stream: () => bodyChunks(body, limits),
    };
  }

  /** Watches hold a connection each, so they have an agent of their own and never starve short requests. */
  #agent(tls: TlsMaterial, stream: boolean): Agent {
    const key = `${stream ? 'stream' : 'short'} ${fingerprint(tls)}`;
    let agent = this.#agents.get(key);
    if (!agent) {
      agent = new Agent({
        connect: { ...tls, timeout: this.#deadlineMs },
        connections: stream ? 1024 : 16,
        // Below the 5 s after which many servers and balancers close an idle connection.
        keepAliveTimeout: 4_000,
        keepAliveMaxTimeout: 4_000,
        pipelining: 1,
      });
      this.#retire(key.slice(0, key.indexOf(' ') + 1));
      this.#agents.set(key, agent);
    }
    return agent;
  }

  /** Rotated certificates make new agents; keeps the newest few and lets the older finish what they carry. */
  #retire(prefix: string): void {
    const keys = [...this.#agents.keys()].filter(key => key.startsWith(prefix));
    for (const key of keys.slice(0, Math.max(0, keys.length - 3))) {
      const old = this.#agents.get(key);
      this.#agents.delete(key);
      old?.close().catch(() => {});
    }
  }

  #aborted(cause?: unknown): ClusterError {
    return new ClusterError(this.name, 'aborted', 'the request was given up', {
      cause,
    });
  }
}

function requestHeaders(
  req: ClusterRequest,
  credentials: ResolvedCredentials,
): string[] {
  const headers = ['accept', req.accept ?? 'application/json'];
  headers.push('user-agent', 'millrace-data-platform');
  if (credentials.authorization) {
    headers.push('authorization', credentials.authorization);
  }
  if (req.body !== undefined) {
    headers.push('content-type', req.contentType ?? 'application/json');
  }
  if (req.as) {
    headers.push('impersonate-user', req.as.user);
    for (const group of req.as.groups) {
      headers.push('impersonate-group', group);
    }
  }
  return headers;
}

function definedOnly(query: ClusterRequest['query']): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined) {
      result[key] = String(value);
    }
  }
  return result;
}

function toHeaders(
  raw: Record<string, string | string[] | undefined>,
): Headers {
  const headers = new Headers();
  for (const [key, value] of Object.entries(raw)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) {
        headers.append(key, each);
      }
    }
  }
  return headers;
}

function fingerprint(tls: TlsMaterial): string {
  const hash = createHash('sha256');
  for (const part of [tls.ca, tls.cert, tls.key, tls.servername]) {
    hash.update(part ?? '').update('\0');
  }
  return hash.update(String(tls.rejectUnauthorized)).digest('base64');
}

function seconds(ms: number): string {
  return ms >= 1000 ? `${Math.round(ms / 1000)} s` : `${ms} ms`;
}
