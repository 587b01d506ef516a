import { code } from '../Check';
import type { LakeFsAnswer, LakeFsClient } from './LakeFsClient';
import type { WebhookServer } from './WebhookServer';

/** What a check works with. */
export interface LakeFsContext {
  client: LakeFsClient;
  /** A lake of the check's own, with one commit on main that holds `a.txt`. */
  lake: Lake;
  /** Answers webhooks of the check; the server under test must reach this machine. */
  webhooks: WebhookServer;
}

export interface LakeFsCheck {
  /** What holds, as a sentence. */
  title: string;
  run(context: LakeFsContext): Promise<void>;
}

export interface LakeFsCheckGroup {
  area: string;
  checks: readonly LakeFsCheck[];
}

/** One repository, by short calls that expect success. */
export class Lake {
  readonly name: string;
  private readonly client: LakeFsClient;

  constructor(client: LakeFsClient, name: string) {
    this.client = client;
    this.name = name;
  }

  /** Path of something in the repository. */
  at(path: string): string {
    return `/repositories/${this.name}${path}`;
  }

  async create(): Promise<this> {
    const answer = await this.client.post('/repositories', {
      name: this.name,
      storage_namespace: `local://${this.name}`,
    });
    code(answer, 201, `create repository ${this.name}`);
    await this.write('main', { 'a.txt': '1' }, 'base');
    return this;
  }

  async remove(): Promise<void> {
    await this.client.delete(this.at('?force=true'));
  }

  /** Makes a branch; answers with its commit. */
  async branch(name: string, source = 'main'): Promise<string> {
    const answer = await this.client.post(this.at('/branches'), {
      name,
      source,
    });
    code(answer, 201, `create branch ${name}`);
    return answer.text;
  }

  async head(branch: string): Promise<string> {
    const answer = await this.client.get(this.at(`/branches/${branch}`));
    code(answer, 200, `get branch ${branch}`);
    return answer.body.commit_id;
  }

  async put(branch: string, objects: Record<string, string>): Promise<void> {
    for (const [path, text] of Object.entries(objects)) {
      const answer = await this.client.upload(this.name, branch, path, text);
      code(answer, 201, `upload ${path}`);
    }
  }

  /** Uploads and commits; answers with the commit. */
  async write(
    branch: string,
    objects: Record<string, string>,
    message: string,
    metadata: Record<string, string> = {},
  ): Promise<string> {
    await this.put(branch, objects);
    const answer = await this.commit(branch, { message, metadata });
    code(answer, 201, `commit "${message}"`);
    return answer.body.id;
  }

  commit(branch: string, body: object): Promise<LakeFsAnswer> {
    return this.client.post(this.at(`/branches/${branch}/commits`), body);
  }

  merge(source: string, destination: string, body?: object) {
    const path = this.at(`/refs/${source}/merge/${destination}`);
    return this.client.post(path, body);
  }

  /** Paths with what happened to them, as `added new.txt`. */
  async diff(left: string, right: string, query = ''): Promise<string[]> {
    const path = this.at(`/refs/${left}/diff/${right}${query}`);
    const answer = await this.client.get(path);
    code(answer, 200, path);
    return answer.body.results.map((one: any) => `${one.type} ${one.path}`);
  }

  async uncommitted(branch: string): Promise<string[]> {
    const answer = await this.client.get(this.at(`/branches/${branch}/diff`));
    code(answer, 200, 'uncommitted changes');
    return answer.body.results.map((one: any) => `${one.type} ${one.path}`);
  }

  async log(ref: string, query = '?amount=1'): Promise<any[]> {
    const answer = await this.client.get(
      this.at(`/refs/${ref}/commits${query}`),
    );
    code(answer, 200, `log of ${ref}`);
    return answer.body.results;
  }
}
