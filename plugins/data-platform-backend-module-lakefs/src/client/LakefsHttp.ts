import { setTimeout as sleep } from 'node:timers/promises';
import { LakefsError } from './LakefsError';

/** Key of the portal on a server. */
export interface LakefsKey {
  accessKeyId: string;
  secretAccessKey: string;
}

export interface LakefsHttpOptions {
  /** Name of the server, for sentences. */
  name: string;
  /** With or without `/api/v1`. */
  endpoint: string;
  /** The key to use for a repository; undefined: for the server as a whole. */
  keyFor(repository: string | undefined): LakefsKey;
  fetch?: typeof globalThis.fetch;
  /** Waits between tries. */
  wait?(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to below 1. */
  random?: () => number;
}

export interface LakefsRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Segments below `/api/v1`; each is encoded. The one after `repositories` picks the key. */
  path: readonly string[];
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** What it is for, as an infinitive. */
  what: string;
  signal: AbortSignal;
  /** Default 15 s. */
  deadlineMs?: number;
}

const DEADLINE_MS = 15_000;
/** A merge calls hooks, which have a minute by default. */
export const WRITE_DEADLINE_MS = 45_000;
const TRIES = 4;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
const CLIENT = 'millrace/0.1.0';

/**
 * One server over HTTP: credentials, deadlines, and the retries that are safe. Reads are tried again where another try
 * might pass; writes never are: whoever writes has to look first what became of it.
 */
export class LakefsHttp {
  readonly #options: LakefsHttpOptions;
  readonly #base: string;

  constructor(options: LakefsHttpOptions) {
    this.#options = options;
    this.#base = `${options.endpoint
      .replace(/\/+$/, '')
      .replace(/\/api\/v1$/, '')}/api/v1`;
  }

  get server(): string {
    return `lakeFS server ${this.#options.name}`;
  }

  /** @throws LakefsError - JSON was expected, and anything else came */
  async json<T>(request: LakefsRequest): Promise<T> {
    const response = await this.send(request);
    const text = await this.#read(response, request);
    try {
      return JSON.parse(text) as T;
    } catch {
      throw this.#error(
        request,
        `the answer is no JSON; the endpoint may not be a lakeFS server`,
      );
    }
  }

  /** The answer as text: a commit id, the output of a hook, or nothing. */
  async text(request: LakefsRequest): Promise<string> {
    return this.#read(await this.send(request), request);
  }

  /** @throws LakefsError - any answer but 2xx */
  async send(request: LakefsRequest): Promise<Response> {
    const reads = (request.method ?? 'GET') === 'GET';
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.#once(request);
      } catch (error) {
        const again =
          reads &&
          tried < TRIES &&
          error instanceof LakefsError &&
          mayRead(error.status) &&
          !error.final &&
          !request.signal.aborted;
        if (!again) throw error;
        await this.#pause(tried, request.signal);
      }
    }
  }

  async #once(request: LakefsRequest): Promise<Response> {
    const { method = 'GET', body, headers, signal } = request;
    const { keyFor, fetch = globalThis.fetch } = this.#options;
    const [first, second] = request.path;
    const key = keyFor(first === 'repositories' ? second : undefined);
    const deadline = AbortSignal.timeout(request.deadlineMs ?? DEADLINE_MS);
    let response: Response;
    try {
      response = await fetch(this.#url(request), {
        method,
        headers: {
          ...headers,
          Accept: 'application/json, */*',
          Authorization: `Basic ${Buffer.from(
            `${key.accessKeyId}:${key.secretAccessKey}`,
          ).toString('base64')}`,
          'X-Lakefs-Client': CLIENT,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        // The key is for this server alone, and lakeFS redirects nothing.
        redirect: 'manual',
        signal: AbortSignal.any([signal, deadline]),
      });
    } catch (error) {
      throw this.#broken(request, error, deadline);
    }
    if (response.ok) {
      if (!isWebPage(response) || request.headers?.Range) return response;
      await response.body?.cancel();
      // Not a 404, which would mean that something is gone: a proxy may have asked for a login.
      throw new LakefsError({
        server: this.server,
        what: request.what,
        detail:
          'a web page came in place of data; the endpoint may not be a lakeFS server',
        final: true,
      });
    }
    const text = await response.text().catch(() => '');
    throw this.#error(request, messageOf(text), response.status);
  }

  async #read(response: Response, request: LakefsRequest): Promise<string> {
    try {
      return await response.text();
    } catch (error) {
      throw this.#broken(request, error);
    }
  }

  #url({ path, query = {} }: LakefsRequest): string {
    const url = new URL(
      `${this.#base}/${path.map(encodeURIComponent).join('/')}`,
    );
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url.href;
  }

  #broken(
    request: LakefsRequest,
    error: unknown,
    deadline?: AbortSignal,
  ): unknown {
    if (request.signal.aborted) return error;
    if (deadline?.aborted) {
      const seconds = (request.deadlineMs ?? DEADLINE_MS) / 1000;
      return new LakefsError({
        server: this.server,
        what: request.what,
        detail: `no answer within ${seconds} s`,
        final: true,
      });
    }
    return this.#error(request, reasonOf(error));
  }

  #error(
    { what }: LakefsRequest,
    detail: string,
    status?: number,
  ): LakefsError {
    return new LakefsError({ server: this.server, what, detail, status });
  }

  async #pause(tried: number, signal: AbortSignal): Promise<void> {
    const { wait = pause, random = Math.random } = this.#options;
    const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tried);
    await wait(ceiling * (0.5 + random() / 2), signal);
  }
}

/** Statuses on which a read is tried again; no status: no answer came. */
function mayRead(status: number | undefined): boolean {
  return status === undefined || [429, 500, 502, 503, 504].includes(status);
}

function isWebPage(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').startsWith('text/html');
}

/** `message` of a JSON answer; bodies of another kind (S3's XML, a proxy's page) are not for people. */
function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}

/** `connect ECONNREFUSED` and the like; fetch hides it in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as {
    cause?: { code?: string; message?: string };
    message?: string;
  };
  const codes: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'connection refused',
    ENOTFOUND: 'its name is not known (DNS)',
    EAI_AGAIN: 'its name is not known (DNS)',
    ECONNRESET: 'the connection broke',
    UND_ERR_SOCKET: 'the connection broke',
  };
  return (
    codes[cause?.code ?? ''] ?? cause?.message ?? message ?? 'the request broke'
  );
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
