import { request } from 'undici';

const DEADLINE_MS = 90_000;

/** How a lakeFS server is reached, and as whom. */
export interface LakeFsConnection {
  /** With or without `/api/v1`. */
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface LakeFsAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed where the content type is JSON, else text. */
  body: any;
  text: string;
}

export interface LakeFsRequest {
  /** Sent as JSON, unless it is text. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** No or wrong credentials in place of the connection's own. */
  as?: 'nobody' | 'wrong secret';
}

/** Plain calls to the API of one server, with a deadline each. */
export class LakeFsClient {
  private readonly base: string;
  private readonly connection: LakeFsConnection;

  constructor(connection: LakeFsConnection) {
    this.connection = connection;
    const bare = connection.endpoint.replace(/\/+$/, '');
    this.base = bare.endsWith('/api/v1') ? bare : `${bare}/api/v1`;
  }

  get(path: string, options?: LakeFsRequest): Promise<LakeFsAnswer> {
    return this.call('GET', path, options);
  }

  post(path: string, body?: unknown): Promise<LakeFsAnswer> {
    return this.call('POST', path, { body });
  }

  put(path: string, body?: unknown): Promise<LakeFsAnswer> {
    return this.call('PUT', path, { body });
  }

  delete(path: string): Promise<LakeFsAnswer> {
    return this.call('DELETE', path);
  }

  /** Writes an object, uncommitted. */
  upload(
    repository: string,
    branch: string,
    path: string,
    text: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LakeFsAnswer> {
    const at = `/repositories/${repository}/branches/${branch}/objects`;
    return this.call('POST', `${at}?path=${encodeURIComponent(path)}`, {
      body: text,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    });
  }

  async call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD',
    path: string,
    { body, headers, as }: LakeFsRequest = {},
  ): Promise<LakeFsAnswer> {
    const json = body !== undefined && typeof body !== 'string';
    const answer = await request(this.base + path, {
      method,
      body: json ? JSON.stringify(body) : (body as string | undefined),
      headers: {
        ...(json && { 'content-type': 'application/json' }),
        ...headers,
        ...this.credentials(as),
      },
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const text = await answer.body.text();
    const type = String(answer.headers['content-type'] ?? '');
    const isJson = type.startsWith('application/json') && text !== '';
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson ? JSON.parse(text) : text,
      text,
    };
  }

  private credentials(as: LakeFsRequest['as']): Record<string, string> {
    if (as === 'nobody') return {};
    const { accessKeyId, secretAccessKey } = this.connection;
    const secret = as === 'wrong secret' ? 'wrong' : secretAccessKey;
    const pair = Buffer.from(`${accessKeyId}:${secret}`).toString('base64');
    return { authorization: `Basic ${pair}` };
  }
}
