import { Clock } from '../../clusters/Clock';
import { ClusterError } from '../../clusters/ClusterError';
import { linkedAbort } from '../../clusters/linkedAbort';
import { ClusterConnection } from '../../clusters/types';
import { readAnswer } from './readAnswer';
import {
  DEADLINE_MS,
  SparkApi,
  SparkApiError,
  SparkApiFault,
} from './SparkApi';

/** What stands behind the API server's proxy. */
export interface ProxyTarget {
  resource: 'pods' | 'services';
  namespace: string;
  name: string;
  port: number;
}

/**
 * A REST API behind the API server's proxy subresource, read as the portal itself: `get` on `pods/proxy` or
 * `services/proxy`. The portal's credentials end at the API server, which does not pass them on.
 */
export class ProxiedSparkApi implements SparkApi {
  readonly #connection: ClusterConnection;
  readonly #clock: Clock;
  readonly #base: string;
  readonly #who: string;

  constructor(
    connection: ClusterConnection,
    target: ProxyTarget,
    clock: Clock,
  ) {
    const { resource, namespace, name, port } = target;
    const part = encodeURIComponent;
    this.#connection = connection;
    this.#clock = clock;
    this.#base = `/api/v1/namespaces/${part(namespace)}/${resource}/${part(
      name,
    )}:${port}/proxy/api/v1/`;
    this.#who = `Spark's REST API of ${namespace}/${name}`;
  }

  async get(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const abort = linkedAbort(signal);
    const inTime = this.#clock.after(DEADLINE_MS, () => abort.abort());
    try {
      const answer = await this.#connection.request({
        path: this.#base + path,
        query,
        signal: abort.signal,
        deadlineMs: DEADLINE_MS,
      });
      return await readAnswer(answer.status, answer.stream(), this.#who);
    } catch (error) {
      throw this.#fault(error, signal);
    } finally {
      inTime();
      abort.release();
    }
  }

  #fault(error: unknown, signal: AbortSignal): SparkApiError {
    if (error instanceof SparkApiError) {
      return error;
    }
    const kind = error instanceof ClusterError ? error.kind : undefined;
    return new SparkApiError(
      faultOf(kind, signal),
      `${this.#who} did not answer`,
      error,
    );
  }
}

/** A driver that cannot be reached makes the API server wait, longer than we do: a time-out is the driver's. */
function faultOf(
  kind: ClusterError['kind'] | undefined,
  signal: AbortSignal,
): SparkApiFault {
  if (signal.aborted) {
    return 'aborted';
  }
  switch (kind) {
    case 'refused':
    case 'dns':
    case 'tls':
    case 'credentials':
      return 'cluster';
    case 'protocol':
      return 'nonsense';
    case 'too-large':
      return 'too-large';
    default:
      return 'unreachable';
  }
}
