import { IncomingMessage, request as httpRequest } from 'node:http';
import { ManualClock } from '../clock/ManualClock';
import { RunningSandbox, startSandbox, StartOptions } from '../startSandbox';
import { TestStream } from './TestStream';

export interface Answer {
  status: number;
  contentType?: string;
  headers: IncomingMessage['headers'];
  warnings: string[];
  /** Parsed where the content type is JSON, else text. */
  body: any;
}

export interface TestRequest {
  headers?: Record<string, string | string[]>;
  /** Sent as it is when it is a string, else as JSON. */
  body?: unknown;
  /** Name of a user, `anonymous` or `invalid token`; the administrator by default. */
  caller?: string;
}

const ADMIN = 'admin';

/** A sandbox on a driven clock, spoken to over plain HTTP. */
export class TestServer {
  readonly clock = new ManualClock(Date.parse('2026-11-22T08:00:00Z'));
  private sandbox!: RunningSandbox;

  get api(): RunningSandbox['api'] {
    return this.sandbox.api;
  }

  get running(): RunningSandbox {
    return this.sandbox;
  }

  async start(options: Partial<StartOptions> = {}): Promise<this> {
    this.sandbox = await startSandbox({
      clock: this.clock,
      tls: false,
      ...options,
      users: [
        { name: ADMIN, groups: ['system:masters'] },
        ...(options.users ?? []),
      ],
    });
    return this;
  }

  stop(): Promise<void> {
    return this.sandbox.stop();
  }

  async request(
    method: string,
    path: string,
    options: TestRequest = {},
  ): Promise<Answer> {
    const received = await this.open(method, path, options);
    const chunks: Buffer[] = [];
    for await (const chunk of received) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const contentType = received.headers['content-type'];
    return {
      status: received.statusCode!,
      contentType,
      headers: received.headers,
      warnings: received.headersDistinct.warning ?? [],
      body: contentType?.startsWith('application/json')
        ? JSON.parse(text)
        : text,
    };
  }

  /** A body that comes piece by piece: a watch or a followed log. */
  async stream(path: string, options: TestRequest = {}): Promise<TestStream> {
    return new TestStream(await this.open('GET', path, options));
  }

  private open(
    method: string,
    path: string,
    { headers = {}, body, caller = ADMIN }: TestRequest,
  ): Promise<IncomingMessage> {
    const text =
      body === undefined || typeof body === 'string'
        ? body
        : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = httpRequest(
        new URL(path, this.sandbox.url),
        {
          method,
          agent: false,
          headers: {
            ...(text === undefined
              ? {}
              : {
                  'Content-Type': 'application/json',
                  'Content-Length': String(Buffer.byteLength(text)),
                }),
            ...headers,
            ...this.credentials(caller),
          },
        },
        resolve,
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }

  private credentials(caller: string): Record<string, string> {
    if (caller === 'anonymous') return {};
    const token =
      caller === 'invalid token' ? 'nobody' : this.sandbox.token(caller);
    return { Authorization: `Bearer ${token}` };
  }
}
