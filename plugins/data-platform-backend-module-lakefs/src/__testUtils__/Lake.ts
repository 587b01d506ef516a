import { startLakeFsSandbox, RunningLakeFs } from '@millrace/sandbox';
import { LakefsServer } from '../config/LakefsServer';

/** A lakeFS server of its own for a test, and short words for what others do on it behind the portal's back. */
export class Lake {
  readonly #running: RunningLakeFs;

  private constructor(running: RunningLakeFs) {
    this.#running = running;
  }

  static async start(): Promise<Lake> {
    return new Lake(await startLakeFsSandbox());
  }

  stop(): Promise<void> {
    return this.#running.stop();
  }

  /** As the portal's configuration would name it. */
  server(extra: Partial<LakefsServer> = {}): LakefsServer {
    const { url, accessKeyId, secretAccessKey } = this.#running;
    return {
      name: 'lake',
      endpoint: url,
      uiUrl: url,
      key: { accessKeyId, secretAccessKey },
      staleMs: 30 * 86_400_000,
      domains: [
        { domainRef: 'domain:default/sales', repositories: ['sales-*'] },
      ],
      ...extra,
    };
  }

  async repository(name: string): Promise<void> {
    await this.#send('POST', 'repositories', {
      name,
      storage_namespace: `local://${name}`,
      default_branch: 'main',
    });
  }

  async branch(repo: string, name: string, source = 'main'): Promise<void> {
    await this.#send('POST', `repositories/${repo}/branches`, { name, source });
  }

  async deleteBranch(repo: string, name: string): Promise<void> {
    await this.#send('DELETE', `repositories/${repo}/branches/${name}`);
  }

  /** Uploads without committing. */
  async put(
    repo: string,
    branch: string,
    objects: Readonly<Record<string, string>>,
  ): Promise<void> {
    for (const [path, text] of Object.entries(objects)) {
      await this.#request(
        'POST',
        `repositories/${repo}/branches/${branch}/objects?path=${encodeURIComponent(
          path,
        )}`,
        text,
        'application/octet-stream',
      );
    }
  }

  async remove(repo: string, branch: string, path: string): Promise<void> {
    await this.#send(
      'DELETE',
      `repositories/${repo}/branches/${branch}/objects?path=${encodeURIComponent(
        path,
      )}`,
    );
  }

  /** Uploads and commits. @returns the commit */
  async commit(
    repo: string,
    branch: string,
    objects: Readonly<Record<string, string>>,
    options: { message?: string; metadata?: Record<string, string> } = {},
  ): Promise<string> {
    await this.put(repo, branch, objects);
    const text = await this.#send(
      'POST',
      `repositories/${repo}/branches/${branch}/commits`,
      { message: options.message ?? 'change', metadata: options.metadata },
    );
    return JSON.parse(text).id;
  }

  async merge(
    repo: string,
    source: string,
    destination: string,
    body: object = {},
  ): Promise<number> {
    const { status } = await this.#request(
      'POST',
      `repositories/${repo}/refs/${source}/merge/${destination}`,
      JSON.stringify(body),
      'application/json',
      false,
    );
    return status;
  }

  async protect(repo: string, ...patterns: string[]): Promise<void> {
    await this.#send(
      'PUT',
      `repositories/${repo}/settings/branch_protection`,
      patterns.map(pattern => ({ pattern })),
    );
  }

  async get<T>(path: string): Promise<T> {
    return JSON.parse(await this.#send('GET', path));
  }

  async #send(method: string, path: string, body?: unknown): Promise<string> {
    const response = await this.#request(
      method,
      path,
      body === undefined ? undefined : JSON.stringify(body),
      'application/json',
    );
    return response.text();
  }

  async #request(
    method: string,
    path: string,
    body: string | undefined,
    type: string,
    strict = true,
  ): Promise<Response> {
    const { url, accessKeyId, secretAccessKey } = this.#running;
    const key = Buffer.from(`${accessKeyId}:${secretAccessKey}`);
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      body,
      headers: {
        Authorization: `Basic ${key.toString('base64')}`,
        ...(body !== undefined && { 'Content-Type': type }),
      },
    });
    if (strict && !response.ok) {
      throw new Error(
        `${method} ${path}: ${response.status} ${await response.text()}`,
      );
    }
    return response;
  }
}
