import { request as httpRequest } from 'node:http';
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { ManualClock } from '../clock/ManualClock';
import { isObject } from '../json/isObject';
import { RunningSandbox, startSandbox, StartOptions } from '../startSandbox';
import { Recorded, sharedFolder } from './Recording';
import { Renames } from './Renames';

export interface Answer {
  status: number;
  contentType?: string;
  warnings: string[];
  body: any;
}

const CRD_FILES = [
  'kubeflow-spark-operator/sparkoperator.k8s.io_sparkapplications.yaml',
  'kubeflow-spark-operator/sparkoperator.k8s.io_scheduledsparkapplications.yaml',
  'kubeflow-notebooks/kubeflow.org_notebooks.yaml',
];
const ADMIN = 'admin';
const USERS = [
  { name: ADMIN, groups: ['system:masters'] },
  { name: 'system:serviceaccount:sales-team:default', groups: [] },
  { name: 'system:serviceaccount:sales-team:fresh', groups: [] },
];

/** A sandbox on a driven clock that recorded requests are sent to. */
export class Replay {
  readonly clock = new ManualClock(Date.parse('2026-11-22T08:00:00Z'));
  readonly renames = new Renames();
  private sandbox!: RunningSandbox;
  private at = 0;

  get api(): RunningSandbox['api'] {
    return this.sandbox.api;
  }

  async start(options: Partial<StartOptions> = {}): Promise<this> {
    this.sandbox = await startSandbox({
      clock: this.clock,
      tls: false,
      users: USERS,
      crds: realCrds(),
      ...options,
    });
    return this;
  }

  stop(): Promise<void> {
    return this.sandbox.stop();
  }

  compact(): void {
    this.sandbox.compact();
  }

  /** Sends a recorded request at its time, and learns what the server made up anew. */
  async send(recorded: Recorded): Promise<Answer> {
    const { request, response, caller = ADMIN, at_ms } = recorded;
    if (typeof at_ms === 'number' && at_ms > this.at) {
      this.clock.advance(at_ms - this.at);
      this.at = at_ms;
    }
    const answer = await this.request(
      request.method,
      this.renames.path(request.path),
      {
        headers: request.headers,
        body: bodyText(this.renames.body(request.body)),
        caller,
      },
    );
    this.renames.learn(response.body, answer.body);
    return answer;
  }

  async request(
    method: string,
    path: string,
    options: {
      headers?: Record<string, string | string[]>;
      body?: string;
      caller?: string;
    } = {},
  ): Promise<Answer> {
    const { headers = {}, body, caller = ADMIN } = options;
    return new Promise((resolve, reject) => {
      const url = new URL(path, this.sandbox.url);
      const sent = httpRequest(
        url,
        {
          method,
          headers: {
            ...headers,
            ...this.credentials(caller),
            ...(body === undefined
              ? {}
              : { 'Content-Length': String(Buffer.byteLength(body)) }),
          },
          agent: false,
        },
        received => {
          const chunks: Buffer[] = [];
          received.on('data', chunk => chunks.push(chunk));
          received.on('error', reject);
          received.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const contentType = received.headers['content-type'];
            const isJson = contentType?.startsWith('application/json');
            resolve({
              status: received.statusCode!,
              contentType,
              warnings: received.headersDistinct.warning ?? [],
              body: isJson ? JSON.parse(text) : text,
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  private credentials(caller: string): Record<string, string> {
    if (caller === 'anonymous') return {};
    const token =
      caller === 'invalid token' ? 'nobody' : this.sandbox.token(caller);
    return { Authorization: `Bearer ${token}` };
  }
}

function bodyText(body: unknown): string | undefined {
  if (body === undefined || typeof body === 'string') return body;
  return spacedJson(body);
}

/** JSON with a space after each comma and colon: some answers quote the body as the recorder wrote it. */
function spacedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spacedJson).join(', ')}]`;
  if (isObject(value)) {
    const fields = Object.entries(value).map(
      ([key, item]) => `${JSON.stringify(key)}: ${spacedJson(item)}`,
    );
    return `{${fields.join(', ')}}`;
  }
  // Very long values are recorded as `y*1100000`.
  const [, times] = /^y\*(\d+)$/.exec(String(value)) ?? [];
  return JSON.stringify(times ? 'y'.repeat(Number(times)) : value);
}

function realCrds(): unknown[] | undefined {
  const folder = sharedFolder('specs');
  if (!folder) return undefined;
  return CRD_FILES.flatMap(file =>
    parseAllDocuments(readFileSync(`${folder}/${file}`, 'utf8')).map(document =>
      document.toJS(),
    ),
  );
}
