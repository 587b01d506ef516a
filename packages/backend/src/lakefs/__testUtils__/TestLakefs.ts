import { RunningLakeFs, startLakeFsSandbox } from '@millrace/sandbox';

/** A lakeFS server for a test, and short words for what others do on it behind the portal's back. */
export class TestLakefs {
  readonly #running: RunningLakeFs;

  private constructor(running: RunningLakeFs) {
    this.#running = running;
  }

  static async start(): Promise<TestLakefs> {
    return new TestLakefs(await startLakeFsSandbox());
  }

  stop(): Promise<void> {
    return this.#running.stop();
  }

  /** Endpoint and key, as the configuration of the portal has them. */
  get config() {
    const { url: endpoint, accessKeyId, secretAccessKey } = this.#running;
    return { endpoint, accessKeyId, secretAccessKey };
  }

  /** A repository with one object and these branches. */
  async repository(name: string, branches: readonly string[]): Promise<void> {
    await this.api('POST', 'repositories', {
      name,
      storage_namespace: `local://${name}`,
      default_branch: 'main',
    });
    await this.put(name, 'main', 'tables/orders/a.csv', 'id,n\n1,2\n');
    await this.commit(name, 'main');
    for (const branch of branches) await this.branch(name, branch);
  }

  async branch(repo: string, name: string): Promise<void> {
    await this.api('POST', `repositories/${repo}/branches`, {
      name,
      source: 'main',
    });
  }

  async commit(
    repo: string,
    branch: string,
    metadata: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.api('POST', `repositories/${repo}/branches/${branch}/commits`, {
      message: 'change',
      metadata,
    });
  }

  async put(
    repo: string,
    branch: string,
    path: string,
    text: string,
  ): Promise<void> {
    await this.api(
      'POST',
      `repositories/${repo}/branches/${branch}/objects?path=${encodeURIComponent(
        path,
      )}`,
      text,
    );
  }

  /** One call; a text is sent as it is. @returns the answer, parsed where it is JSON */
  async api(method: string, path: string, body?: unknown): Promise<unknown> {
    const { url, accessKeyId, secretAccessKey } = this.#running;
    const key = Buffer.from(`${accessKeyId}:${secretAccessKey}`);
    const raw = typeof body === 'string';
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      body: raw || body === undefined ? body : JSON.stringify(body),
      headers: {
        Authorization: `Basic ${key.toString('base64')}`,
        'Content-Type': raw ? 'application/octet-stream' : 'application/json',
      },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
    return text.startsWith('{') ? JSON.parse(text) : text;
  }
}
