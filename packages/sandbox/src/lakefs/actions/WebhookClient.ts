import {
  IncomingMessage,
  request as requestHttp,
  STATUS_CODES,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { Clock } from '../../types';

/** Where a made-up host leads: to another base address, or to an answer from inside the process. */
export type WebhookHost =
  | string
  | ((request: WebhookRequest) => WebhookReply | Promise<WebhookReply>);

type WebhookReply = WebhookAnswer | string;

export interface WebhookRequest {
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface WebhookAnswer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

export interface WebhookResult {
  status: number;
  /** The answer as it came over the wire, as Go's httputil.DumpResponse writes it. */
  dump: string;
}

const MOST_REDIRECTS = 10;

/** Calls webhooks as the real server's client does: follows redirects, which turns a POST into a GET without a body. */
export class WebhookClient {
  private readonly clock: Clock;
  private readonly hosts: Readonly<Record<string, WebhookHost>>;

  /** @param hosts what answers in place of a host of that name; all others are looked up */
  constructor(clock: Clock, hosts: Readonly<Record<string, WebhookHost>> = {}) {
    this.clock = clock;
    this.hosts = hosts;
  }

  /** @throws Error with Go's text when there is no answer within the time */
  async post(
    url: string,
    request: Omit<WebhookRequest, 'path'>,
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<WebhookResult> {
    const timeout = new AbortController();
    const cancel = this.clock.after(timeoutMs, () => timeout.abort());
    const either = AbortSignal.any([signal, timeout.signal]);
    try {
      return await this.send(url, 'POST', request, either);
    } catch (error) {
      let why = goText(error);
      if (signal.aborted) why = 'context canceled';
      else if (timeout.signal.aborted) {
        why =
          'context deadline exceeded (Client.Timeout exceeded while awaiting headers)';
      }
      throw new Error(`Post "${url}": ${why}`);
    } finally {
      cancel();
    }
  }

  private async send(
    url: string,
    method: 'POST' | 'GET',
    request: Omit<WebhookRequest, 'path'>,
    signal: AbortSignal,
    redirects = 0,
  ): Promise<WebhookResult> {
    const asked = new URL(url);
    const path = asked.pathname + asked.search;
    const given = this.hosts[asked.hostname];
    const host =
      typeof given === 'function'
        ? await abortable(signal, given({ ...request, path }))
        : given;
    if (typeof host === 'object') {
      return { status: host.status, dump: dumpOf(host) };
    }
    const target = host ? new URL(path, host) : asked;
    const answer = await exchange(target, method, request, signal);
    const { location } = answer.message.headers;
    const status = answer.message.statusCode ?? 0;
    if (location && [301, 302, 303].includes(status)) {
      if (redirects === MOST_REDIRECTS) {
        throw new Error('stopped after 10 redirects');
      }
      const next = new URL(location, target).href;
      const bare = { headers: request.headers, body: '' };
      return this.send(next, 'GET', bare, signal, redirects + 1);
    }
    return { status, dump: dumpMessage(answer) };
  }
}

interface Answer {
  message: IncomingMessage;
  body: Buffer;
}

function exchange(
  url: URL,
  method: string,
  { headers, body }: Omit<WebhookRequest, 'path'>,
  signal: AbortSignal,
): Promise<Answer> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method,
        signal,
        agent: false,
        headers: {
          'user-agent': 'Go-http-client/1.1',
          ...headers,
          ...(method === 'POST' && {
            'content-length': Buffer.byteLength(body),
          }),
        },
      },
      message => {
        const chunks: Buffer[] = [];
        message.on('data', chunk => chunks.push(chunk));
        message.once('error', reject);
        message.once('end', () =>
          resolve({ message, body: Buffer.concat(chunks) }),
        );
      },
    );
    request.once('error', reject);
    request.end(method === 'POST' ? body : undefined);
  });
}

function abortable<T>(signal: AbortSignal, work: T | Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
    Promise.resolve(work).then(resolve, reject);
  });
}

function dumpMessage({ message, body }: Answer): string {
  const lines = new Map<string, string>();
  const { rawHeaders } = message;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    lines.set(rawHeaders[at], rawHeaders[at + 1]);
  }
  return dump(
    `${message.statusCode} ${message.statusMessage}`,
    lines,
    body.toString('utf8'),
  );
}

function dumpOf({ status, headers = {}, body = '' }: WebhookAnswer): string {
  const sized: [string, string][] = headers['Transfer-Encoding']
    ? []
    : [['Content-Length', String(Buffer.byteLength(body))]];
  return dump(
    `${status} ${STATUS_CODES[status] ?? ''}`,
    new Map([...sized, ...Object.entries(headers)]),
    body,
  );
}

function dump(
  status: string,
  headers: Map<string, string>,
  body: string,
): string {
  const first = ['Content-Length', 'Transfer-Encoding'];
  const named = [...headers].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [
    ...named.filter(([name]) => first.includes(name)),
    ...named.filter(([name]) => !first.includes(name)),
  ].map(([name, value]) => `${name}: ${value}\r\n`);
  const chunked = headers.get('Transfer-Encoding') === 'chunked';
  const size = Buffer.byteLength(body).toString(16);
  const chunks = body === '' ? '0\r\n\r\n' : `${size}\r\n${body}\r\n0\r\n\r\n`;
  return `HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${
    chunked ? chunks : body
  }`;
}

/** The text that Go has for an error of Node. */
function goText(error: unknown): string {
  const { code, message, address, port } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (code === 'ECONNREFUSED') {
    return `dial tcp ${address}:${port}: connect: connection refused`;
  }
  if (code === 'ECONNRESET') return 'EOF';
  return message;
}
