import {
  DiscoveryApi,
  FetchApi,
  IdentityApi,
} from '@backstage/frontend-plugin-api';
import {
  Approval,
  createDataPlatformClient,
  DataPlatformClient,
  Operation,
  OperationRequest,
  Plan,
  PLUGIN_ID,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  ApprovalDecision,
  DataPlatformApi,
  LogQuery,
  ReadResult,
  StreamMessage,
} from './DataPlatformApi';
import { errorOfFailure, errorOfResponse } from './DataPlatformError';
import { readEvents } from './readEvents';
import { readText } from './readText';
import { streamFrame } from './streamFrame';
import { View, ViewName, ViewValue } from './View';
import { viewReaders } from './viewReaders';

/** No read of the index takes this long unless something on the way is stuck. */
const READ_DEADLINE_MS = 20_000;
/** Plans run a server-side dry run, one call per object. */
const PLAN_DEADLINE_MS = 60_000;

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

function within(ms: number, signal?: AbortSignal): AbortSignal {
  const deadline = AbortSignal.timeout(ms);
  return signal ? AbortSignal.any([signal, deadline]) : deadline;
}

async function dataOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  try {
    const { data, error, response } = await answer;
    if (!response.ok || data === undefined) {
      throw errorOfResponse(response.status, error);
    }
    return data;
  } catch (cause) {
    throw errorOfFailure(cause);
  }
}

/** Speaks the plugin's HTTP API with the credentials of the signed-in person. */
export class DefaultDataPlatformApi implements DataPlatformApi {
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;
  private readonly identityApi: IdentityApi;

  constructor(options: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
    identityApi: IdentityApi;
  }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
    this.identityApi = options.identityApi;
  }

  async read<N extends ViewName>(
    view: View<N>,
    options: { etag?: string; signal?: AbortSignal } = {},
  ): Promise<ReadResult<ViewValue<N>>> {
    const headers: Record<string, string> = options.etag
      ? { 'If-None-Match': options.etag }
      : {};
    const signal = within(READ_DEADLINE_MS, options.signal);
    try {
      const answer = (await viewReaders[view.name](
        await this.client(),
        // The table pairs each name with its own query; TypeScript cannot follow that.
        view.query as never,
        { headers, signal },
      )) as Answer<ViewValue<N>>;
      if (answer.response.status === 304) {
        return { unchanged: true };
      }
      if (!answer.response.ok || answer.data === undefined) {
        throw errorOfResponse(answer.response.status, answer.error);
      }
      const etag = answer.response.headers.get('ETag') ?? undefined;
      return { unchanged: false, value: answer.data, etag };
    } catch (cause) {
      throw errorOfFailure(cause);
    }
  }

  async manifest(id: string, signal?: AbortSignal): Promise<string> {
    const client = await this.client();
    return dataOf(
      client.request('get', '/v1/resources/{id}/manifest', {
        params: { path: { id } },
        parseAs: 'text',
        signal: within(READ_DEADLINE_MS, signal),
      }),
    );
  }

  async *logs(id: string, query: LogQuery, signal: AbortSignal) {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) {
        search.set(key, String(value));
      }
    }
    const path = `/v1/resources/${encodeURIComponent(id)}/logs?${search}`;
    yield* readText(await this.open(path, { signal }));
  }

  async *stream(options: {
    lastEventId?: string;
    signal: AbortSignal;
  }): AsyncGenerator<StreamMessage> {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (options.lastEventId !== undefined) {
      headers['Last-Event-ID'] = options.lastEventId;
    }
    const response = await this.open('/v1/stream', {
      headers,
      signal: options.signal,
      cache: 'no-store',
    });
    yield {};
    for await (const { id, data } of readEvents(readText(response))) {
      yield data === undefined ? {} : { eventId: id, frame: streamFrame(data) };
    }
  }

  async plan(request: OperationRequest, signal?: AbortSignal): Promise<Plan> {
    const client = await this.client();
    return dataOf(
      client.request('post', '/v1/operations/plan', {
        body: request,
        signal: within(PLAN_DEADLINE_MS, signal),
      }),
    );
  }

  async start(request: OperationRequest): Promise<Operation> {
    const client = await this.client();
    return dataOf(
      client.request('post', '/v1/operations', {
        body: request,
        signal: within(READ_DEADLINE_MS),
      }),
    );
  }

  async operation(
    id: string,
    options: { waitSeconds?: number; signal?: AbortSignal } = {},
  ): Promise<Operation> {
    const client = await this.client();
    const wait = options.waitSeconds ?? 0;
    return dataOf(
      client.request('get', '/v1/operations/{id}', {
        params: { path: { id }, query: { wait } },
        signal: within(READ_DEADLINE_MS + wait * 1000, options.signal),
      }),
    );
  }

  async requestApproval(
    request: OperationRequest,
    { comment }: { comment?: string } = {},
  ): Promise<Approval> {
    const client = await this.client();
    return dataOf(
      client.request('post', '/v1/approvals', {
        body: { request, ...(comment && { comment }) },
        // What was looked at is planned again before it is asked for.
        signal: within(PLAN_DEADLINE_MS),
      }),
    );
  }

  async commentApproval(id: string, text: string): Promise<Approval> {
    const client = await this.client();
    return dataOf(
      client.request('post', '/v1/approvals/{id}/comments', {
        params: { path: { id } },
        body: { text },
        signal: within(READ_DEADLINE_MS),
      }),
    );
  }

  async decideApproval(
    id: string,
    { decision, comment }: ApprovalDecision,
  ): Promise<Approval> {
    const client = await this.client();
    return dataOf(
      client.request('post', '/v1/approvals/{id}/decision', {
        params: { path: { id } },
        body: { decision, ...(comment && { comment }) },
        signal: within(PLAN_DEADLINE_MS),
      }),
    );
  }

  async withdrawApproval(id: string): Promise<Approval> {
    const client = await this.client();
    return dataOf(
      client.request('post', '/v1/approvals/{id}/withdraw', {
        params: { path: { id } },
        signal: within(READ_DEADLINE_MS),
      }),
    );
  }

  async userEntityRef(): Promise<string> {
    return (await this.identityApi.getBackstageIdentity()).userEntityRef;
  }

  private async client(): Promise<DataPlatformClient> {
    const baseUrl = await this.discoveryApi.getBaseUrl(PLUGIN_ID);
    return createDataPlatformClient(baseUrl, this.fetchApi.fetch);
  }

  private async open(path: string, init: RequestInit): Promise<Response> {
    try {
      const baseUrl = await this.discoveryApi.getBaseUrl(PLUGIN_ID);
      const response = await this.fetchApi.fetch(`${baseUrl}${path}`, init);
      if (!response.ok) {
        const body = await response.json().catch(() => undefined);
        throw errorOfResponse(response.status, body);
      }
      return response;
    } catch (cause) {
      throw errorOfFailure(cause);
    }
  }
}
