import {
  Operation,
  OperationRequest,
  Plan,
  StreamFrame,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformApi, LogQuery, ReadResult } from '../api/DataPlatformApi';
import { DataPlatformError } from '../api/DataPlatformError';
import { View, ViewName, ViewQuery, ViewTypes, ViewValue } from '../api/View';
import { PushQueue } from './PushQueue';

/** Answers by view name: a value, or a function of the query; it may throw. */
export type FakeViews = {
  [N in ViewName]?:
    | ViewTypes[N]['value']
    | ((query: ViewQuery<N>) => ViewTypes[N]['value']);
};

/**
 * The API without a backend, for tests and for looking at screens. What has no
 * answer is a 404. Reads are counted, so that tests can tell what was asked.
 */
export class FakeDataPlatformApi implements DataPlatformApi {
  readonly views: FakeViews;
  readonly reads: View[] = [];
  readonly started: OperationRequest[] = [];
  readonly planned: OperationRequest[] = [];
  logText: string | ((id: string, query: LogQuery) => string) = '';
  manifestText = 'kind: SparkApplication\n';
  planResult: Plan | Error = {
    operation: 'spark-job:run',
    title: 'Run now',
    steps: [],
    findings: [],
    ok: true,
  };
  /** States that GET /v1/operations/{id} goes through; the last one stays. */
  operationStates: Operation[] = [];
  private etag = 1;
  private readonly pushes = new Set<(frame: StreamFrame) => void>();

  constructor(views: FakeViews = {}) {
    this.views = views;
  }

  /** Replaces an answer and tells the stream. */
  push(views: FakeViews, frame?: StreamFrame): void {
    Object.assign(this.views, views);
    this.etag += 1;
    const told = frame ?? { type: 'reset', version: this.etag };
    this.pushes.forEach(push => push(told));
  }

  async read<N extends ViewName>(
    view: View<N>,
    options: { etag?: string; signal?: AbortSignal } = {},
  ): Promise<ReadResult<ViewValue<N>>> {
    this.reads.push(view as View);
    const etag = String(this.etag);
    const answer = this.views[view.name] as
      | ViewValue<N>
      | ((query: ViewQuery<N>) => ViewValue<N>)
      | undefined;
    if (answer === undefined) {
      const message = `Nothing is known of this ${view.name}.`;
      throw new DataPlatformError(404, 'NotFoundError', message);
    }
    const value =
      typeof answer === 'function'
        ? (answer as (query: ViewQuery<N>) => ViewValue<N>)(
            view.query as ViewQuery<N>,
          )
        : answer;
    return options.etag === etag
      ? { unchanged: true }
      : { unchanged: false, value, etag };
  }

  async manifest(): Promise<string> {
    return this.manifestText;
  }

  async *logs(id: string, query: LogQuery, signal: AbortSignal) {
    yield typeof this.logText === 'function'
      ? this.logText(id, query)
      : this.logText;
    if (query.follow) {
      await new Promise<void>(resolve => {
        signal.addEventListener('abort', () => resolve());
      });
    }
  }

  async *stream(options: { signal: AbortSignal }) {
    const queue = new PushQueue<StreamFrame>();
    const push = (frame: StreamFrame) => queue.push(frame);
    this.pushes.add(push);
    try {
      yield {};
      for (;;) {
        const next = await queue.next(options.signal);
        if (!next) {
          return;
        }
        yield { eventId: `fake.${next.value.version}`, frame: next.value };
      }
    } finally {
      this.pushes.delete(push);
    }
  }

  async plan(request: OperationRequest): Promise<Plan> {
    this.planned.push(request);
    if (this.planResult instanceof Error) {
      throw this.planResult;
    }
    return this.planResult;
  }

  async start(request: OperationRequest): Promise<Operation> {
    this.started.push(request);
    return this.nextState();
  }

  async operation(): Promise<Operation> {
    return this.nextState();
  }

  async userEntityRef(): Promise<string> {
    return 'user:default/ada';
  }

  private nextState(): Operation {
    const next =
      this.operationStates.length > 1
        ? this.operationStates.shift()
        : this.operationStates[0];
    if (!next) {
      throw new DataPlatformError(
        403,
        'NotAllowedError',
        'The role viewer may not run jobs in the domain sales.',
      );
    }
    return next;
  }
}
