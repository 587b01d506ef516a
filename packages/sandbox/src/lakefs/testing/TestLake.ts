import { ManualClock } from '../../clock/ManualClock';
import {
  LakeFsStartOptions,
  RunningLakeFs,
  startLakeFsSandbox,
} from '../startLakeFsSandbox';

export interface LakeAnswer {
  status: number;
  /** Parsed where it is JSON, else text. */
  body: any;
}

/** A lakeFS on a driven clock with one repository, `lake`, spoken to over HTTP. */
export class TestLake {
  readonly clock = new ManualClock(Date.parse('2026-11-22T08:00:00Z'));
  private running!: RunningLakeFs;

  get server(): RunningLakeFs['server'] {
    return this.running.server;
  }

  async start(options: LakeFsStartOptions = {}): Promise<this> {
    this.running = await startLakeFsSandbox({ clock: this.clock, ...options });
    if (!this.server.repositories.has('lake')) {
      await this.call('POST', '/repositories', {
        name: 'lake',
        storage_namespace: 'local://lake',
      });
      await this.write('main', { 'a.txt': '1' }, 'base');
    }
    return this;
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  /** Sends a request, at a moment later than the one before. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<LakeAnswer> {
    this.clock.advance(5);
    const { url, accessKeyId, secretAccessKey } = this.running;
    const pair = Buffer.from(`${accessKeyId}:${secretAccessKey}`);
    const text = typeof body === 'string';
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      signal,
      body: text || body === undefined ? body : JSON.stringify(body),
      headers: {
        authorization: `Basic ${pair.toString('base64')}`,
        'content-type': text ? 'text/plain' : 'application/json',
      },
    });
    const content = await answer.text();
    const json = answer.headers.get('content-type') === 'application/json';
    return {
      status: answer.status,
      body: json ? JSON.parse(content) : content,
    };
  }

  /** The same, with a path below the repository. */
  of(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<LakeAnswer> {
    return this.call(method, `/repositories/lake${path}`, body, signal);
  }

  async put(branch: string, objects: Record<string, string>): Promise<void> {
    for (const [path, text] of Object.entries(objects)) {
      const at = `/branches/${branch}/objects?path=${encodeURIComponent(path)}`;
      await this.of('POST', at, text);
    }
  }

  /** Uploads and commits; answers with the commit. */
  async write(
    branch: string,
    objects: Record<string, string>,
    message: string,
  ): Promise<string> {
    await this.put(branch, objects);
    const path = `/branches/${branch}/commits`;
    const { body } = await this.of('POST', path, { message });
    return body.id;
  }

  async branch(name: string, source = 'main'): Promise<void> {
    await this.of('POST', '/branches', { name, source });
  }

  async head(branch: string): Promise<string> {
    return (await this.of('GET', `/branches/${branch}`)).body.commit_id;
  }

  async runs(): Promise<any[]> {
    await this.server.hooks.settled();
    return (await this.of('GET', '/actions/runs')).body.results;
  }
}
