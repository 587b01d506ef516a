import { setTimeout as delay } from 'node:timers/promises';
import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Approval,
  createDataPlatformClient,
  DataPlatformClient,
  Operation,
  OperationRequest,
  Plan,
  PLUGIN_ID,
} from '@millrace/backstage-plugin-data-platform-common';

/** Seconds that one poll waits on the server. */
const POLL_SECONDS = 20;
/** Polls that may fail in a row before the task gives up; the operation itself goes on. */
const MAX_FAILED_POLLS = 8;

export interface PlatformServices {
  auth: AuthService;
  discovery: DiscoveryService;
  catalog: CatalogService;
  /** Where people open the portal, for links in logs and errors. Default: links are paths. */
  portalUrl?: string;
  /** Default: the process's own. */
  fetch?: typeof globalThis.fetch;
  /** Waits, ms; tests drive it. */
  wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Calls of the data platform's HTTP API on behalf of the person who started the task. */
export class PlatformCalls {
  readonly #services: PlatformServices;
  readonly #credentials: BackstageCredentials;
  readonly #signal: AbortSignal | undefined;

  constructor(
    services: PlatformServices,
    credentials: BackstageCredentials,
    signal?: AbortSignal,
  ) {
    this.#services = services;
    this.#credentials = credentials;
    this.#signal = signal;
  }

  async plan(request: OperationRequest): Promise<Plan> {
    const client = await this.#client();
    const { data, error, response } = await client.POST('/v1/operations/plan', {
      body: request,
      signal: this.#signal,
    });
    return data ?? refuse(error, response);
  }

  async start(request: OperationRequest): Promise<Operation> {
    const client = await this.#client();
    const { data, error, response } = await client.POST('/v1/operations', {
      body: request,
      signal: this.#signal,
    });
    return data ?? refuse(error, response);
  }

  /**
   * Follows an operation to its end. The backend executes it by its own record: polls that fail, or a task that is
   * restarted, change nothing about it.
   */
  async follow(
    started: Operation,
    onChange: (operation: Operation) => void,
  ): Promise<Operation> {
    let operation = started;
    let failures = 0;
    onChange(operation);
    while (operation.state === 'accepted' || operation.state === 'running') {
      try {
        operation = await this.#poll(operation.id);
        failures = 0;
        onChange(operation);
      } catch (error) {
        failures += 1;
        if (this.#signal?.aborted || failures >= MAX_FAILED_POLLS) {
          throw new ForwardedError(
            `Operation ${operation.id} goes on, but its state could not be read`,
            error,
          );
        }
        await this.wait(500 * failures);
      }
    }
    return operation;
  }

  /** True once the catalog serves the entity to this person; false when it has not within the time. */
  async isServed(entityRef: string, withinMs: number): Promise<boolean> {
    const everyMs = 250;
    for (let waited = 0; ; waited += everyMs) {
      const entity = await this.#services.catalog.getEntityByRef(entityRef, {
        credentials: this.#credentials,
      });
      if (entity) return true;
      if (waited >= withinMs) return false;
      await this.wait(everyMs);
    }
  }

  async wait(ms: number): Promise<void> {
    const { wait } = this.#services;
    await (wait
      ? wait(ms, this.#signal)
      : delay(ms, undefined, { signal: this.#signal }));
  }

  /** Asks the approvers of an operation that needs their leave; asked again, it is the same request. */
  async askApproval(
    request: OperationRequest,
    comment?: string,
  ): Promise<Approval> {
    return this.read(client =>
      client.POST('/v1/approvals', {
        body: { request, ...(comment && { comment }) },
        signal: this.#signal,
      }),
    );
  }

  /**
   * One call of the API.
   * @throws the plugin's own sentence
   */
  async read<T>(
    call: (
      client: DataPlatformClient,
      signal?: AbortSignal,
    ) => Promise<Told<T>>,
  ): Promise<T> {
    const { data, error, response } = await call(
      await this.#client(),
      this.#signal,
    );
    return data ?? refuse(error, response);
  }

  async #poll(id: string): Promise<Operation> {
    const client = await this.#client();
    const { data, error, response } = await client.GET('/v1/operations/{id}', {
      params: { path: { id }, query: { wait: POLL_SECONDS } },
      signal: this.#signal,
    });
    return data ?? refuse(error, response);
  }

  async #client(): Promise<DataPlatformClient> {
    const { auth, discovery, fetch = globalThis.fetch } = this.#services;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: this.#credentials,
      targetPluginId: PLUGIN_ID,
    });
    const baseUrl = await discovery.getBaseUrl(PLUGIN_ID);
    return createDataPlatformClient(baseUrl, async (input, init) => {
      const authorised = new Request(input, init);
      authorised.headers.set('Authorization', `Bearer ${token}`);
      return fetch(authorised);
    });
  }
}

/** An answer of the API. */
export interface Told<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The plugin's own sentence, or that there was none. */
function refuse(body: unknown, response: Response): never {
  const told = (body as { error?: { name?: string; message?: string } })?.error;
  const error = new Error(
    told?.message ??
      `The data platform plugin answered ${response.status} ${response.statusText}. Is its backend installed?`,
  );
  error.name = told?.name ?? 'ResponseError';
  throw error;
}
