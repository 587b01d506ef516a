import { Agent, fetch, Response } from 'undici';
import { Connection } from './Connection';

const DEADLINE_MS = 30_000;

export interface Answer {
  status: number;
  headers: Response['headers'];
  /** Parsed where the content type is JSON, else text. */
  body: any;
  text: string;
}

export interface RequestOptions {
  body?: unknown;
  contentType?: string;
  accept?: string;
  /** Impersonated user and groups. */
  as?: { user: string; groups?: readonly string[] };
  /** Bearer token in place of the connection's own credentials. */
  token?: string;
}

export interface WatchEvent {
  type: string;
  object: any;
}

/** Plain API calls to one server, with a deadline each. */
export class ApiClient {
  private readonly connection: Connection;
  private readonly own: Agent;
  /** Without a client certificate, which would win over a token. */
  private readonly bare: Agent;

  constructor(connection: Connection) {
    this.connection = connection;
    const { ca, rejectUnauthorized } = connection.tls;
    this.own = new Agent({ connect: connection.tls });
    this.bare = new Agent({ connect: { ca, rejectUnauthorized } });
  }

  async close(): Promise<void> {
    await Promise.all([this.own.destroy(), this.bare.destroy()]);
  }

  get(path: string, options?: RequestOptions): Promise<Answer> {
    return this.request('GET', path, options);
  }

  create(
    path: string,
    body: unknown,
    options?: RequestOptions,
  ): Promise<Answer> {
    return this.request('POST', path, { ...options, body });
  }

  replace(path: string, body: unknown): Promise<Answer> {
    return this.request('PUT', path, { body });
  }

  mergePatch(
    path: string,
    body: unknown,
    options?: RequestOptions,
  ): Promise<Answer> {
    const contentType = 'application/merge-patch+json';
    return this.request('PATCH', path, { ...options, body, contentType });
  }

  delete(path: string, body?: unknown): Promise<Answer> {
    return this.request('DELETE', path, { body });
  }

  async request(
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<Answer> {
    const response = await this.open(
      method,
      path,
      options,
      AbortSignal.timeout(DEADLINE_MS),
    );
    const text = await response.text();
    const isJson = response.headers
      .get('content-type')
      ?.startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  /** Reads a watch until `enough` says so, the server ends it, or the deadline passes. */
  async watch(
    path: string,
    enough: (events: readonly WatchEvent[]) => boolean,
    deadlineMs = DEADLINE_MS,
  ): Promise<WatchEvent[]> {
    const events: WatchEvent[] = [];
    await this.lines(path, deadlineMs, line => {
      events.push(JSON.parse(line));
      return enough(events);
    });
    return events;
  }

  /** Reads a body line by line until `done` says so or it ends; a passed deadline ends it as well. */
  async lines(
    path: string,
    deadlineMs: number,
    done: (line: string) => boolean,
  ): Promise<void> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), deadlineMs);
    try {
      const response = await this.open('GET', path, {}, abort.signal);
      const decoder = new TextDecoder();
      let rest = '';
      for await (const chunk of response.body ?? []) {
        rest += decoder.decode(chunk as Uint8Array, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        if (lines.some(line => line !== '' && done(line))) return;
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
      abort.abort();
    }
  }

  private async open(
    method: string,
    path: string,
    options: RequestOptions,
    signal: AbortSignal,
  ): Promise<Response> {
    const { body, contentType = 'application/json', as, token } = options;
    const headers: [string, string][] = Object.entries({
      Accept: options.accept ?? 'application/json',
      ...(token
        ? { Authorization: `Bearer ${token}` }
        : await this.connection.headers()),
      ...(body === undefined ? {} : { 'Content-Type': contentType }),
    });
    if (as) {
      headers.push(['Impersonate-User', as.user]);
      for (const group of as.groups ?? []) {
        headers.push(['Impersonate-Group', group]);
      }
    }
    return fetch(this.connection.url + path, {
      method,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      dispatcher: token ? this.bare : this.own,
      signal,
    });
  }
}
