import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { isObject } from '../json/isObject';
import { StartOptions } from '../startSandbox';
import { Answer, TestServer } from '../testing/TestServer';
import { Recorded, sharedFolder } from './Recording';
import { Renames } from './Renames';

const CRD_FILES = [
  'kubeflow-spark-operator/sparkoperator.k8s.io_sparkapplications.yaml',
  'kubeflow-spark-operator/sparkoperator.k8s.io_scheduledsparkapplications.yaml',
  'kubeflow-notebooks/kubeflow.org_notebooks.yaml',
];
const USERS = ['default', 'fresh'].map(name => ({
  name: `system:serviceaccount:sales-team:${name}`,
  groups: [],
}));

/** A sandbox with the real definitions, on a driven clock, that recorded requests are sent to. */
export class Replay extends TestServer {
  readonly renames = new Renames();
  private at = 0;

  override async start(options: Partial<StartOptions> = {}): Promise<this> {
    return super.start({ users: USERS, crds: realCrds(), ...options });
  }

  compact(): void {
    this.running.compact();
  }

  /** Sends a recorded request at its time, and learns what the server made up anew. */
  async send(recorded: Recorded): Promise<Answer> {
    const { request, response, caller, at_ms } = recorded;
    if (typeof at_ms === 'number' && at_ms > this.at) {
      this.clock.advance(at_ms - this.at);
      this.at = at_ms;
    }
    const { method, path, headers, body } = request;
    const answer = await this.request(method, this.renames.path(path), {
      headers,
      body: bodyText(this.renames.body(body)),
      caller,
    });
    this.renames.learn(response.body, answer.body);
    return answer;
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
