import {
  Approval,
  Operation,
  OperationRequest,
  Plan,
  StreamFrame,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  ApprovalDecision,
  DataPlatformApi,
  LogQuery,
  ReadResult,
} from '../api/DataPlatformApi';
import { DataPlatformError } from '../api/DataPlatformError';
import {
  SystemQuery,
  View,
  ViewName,
  ViewQuery,
  ViewTypes,
  ViewValue,
} from '../api/View';
import { PushQueue } from './PushQueue';

/** What a route of a system answers: a value, or a function of what is asked; it may throw. */
export type FakeRoute =
  | object
  | ((query: NonNullable<SystemQuery['query']>) => unknown);

/** Something that was done to a request for leave. */
export interface FakeApprovalCall {
  did: 'request' | 'comment' | 'approve' | 'reject' | 'withdraw';
  id?: string;
  request?: OperationRequest;
  comment?: string;
}

/** Answers by view name: a value, or a function of the query; it may throw. */
export type FakeViews = {
  [N in Exclude<ViewName, 'system'>]?:
    | ViewTypes[N]['value']
    | ((query: ViewQuery<N>) => ViewTypes[N]['value']);
} & {
  /** By system and path: `lakefs/branches`. */
  system?: Readonly<Record<string, FakeRoute>>;
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
  /** What was done to requests for leave, in order. */
  readonly approvalCalls: FakeApprovalCall[] = [];
  /** What each of those answers; it may throw. */
  approvalAnswer?: (call: FakeApprovalCall) => Approval;
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
    const { answer, query } = this.answerTo(view as View) as {
      answer: ViewValue<N> | ((query: unknown) => ViewValue<N>) | undefined;
      query: unknown;
    };
    if (answer === undefined) {
      const message = `Nothing is known of this ${view.name}.`;
      throw new DataPlatformError(404, 'NotFoundError', message);
    }
    const value =
      typeof answer === 'function'
        ? (answer as (query: unknown) => ViewValue<N>)(query)
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

  async requestApproval(
    request: OperationRequest,
    { comment }: { comment?: string } = {},
  ): Promise<Approval> {
    return this.answerCall({ did: 'request', request, comment });
  }

  async commentApproval(id: string, text: string): Promise<Approval> {
    return this.answerCall({ did: 'comment', id, comment: text });
  }

  async decideApproval(
    id: string,
    { decision, comment }: ApprovalDecision,
  ): Promise<Approval> {
    return this.answerCall({ did: decision, id, comment });
  }

  async withdrawApproval(id: string): Promise<Approval> {
    return this.answerCall({ did: 'withdraw', id });
  }

  async userEntityRef(): Promise<string> {
    return 'user:default/ada';
  }

  private answerTo(view: View): { answer: unknown; query: unknown } {
    if (view.name !== 'system') {
      return { answer: this.views[view.name], query: view.query };
    }
    const { system, path, query = {} } = view.query;
    return { answer: this.views.system?.[`${system}/${path}`], query };
  }

  private answerCall(call: FakeApprovalCall): Approval {
    this.approvalCalls.push(call);
    if (!this.approvalAnswer) {
      const message = 'Nothing is known of this request.';
      throw new DataPlatformError(404, 'NotFoundError', message);
    }
    return this.approvalAnswer(call);
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
