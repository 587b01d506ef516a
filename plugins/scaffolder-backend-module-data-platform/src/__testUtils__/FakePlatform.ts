import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  Operation,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';
import { PlatformServices } from '../PlatformCalls';

/** What was asked of the platform. */
export interface Asked {
  method: string;
  path: string;
  query: Record<string, string>;
  body?: any;
  authorization: string | null;
}

type Answer = { status: number; body: unknown } | Error;

/** The data platform's HTTP API and the catalog, as a template sees them. */
export class FakePlatform {
  readonly asked: Asked[] = [];
  /** Answers to GET of the operation, in order; the last one stays. */
  polls: Answer[] = [];
  start: Answer = { status: 202, body: operation() };
  plan: Answer = { status: 200, body: plan() };
  /** Answers to other paths, in order; the last one stays. */
  readonly answers = new Map<string, Answer[]>();
  /** How often the catalog is asked before it serves an entity. */
  servedAfter = 0;
  readonly waits: number[] = [];
  readonly catalog = catalogServiceMock.mock();

  constructor() {
    let looks = 0;
    this.catalog.getEntityByRef.mockImplementation(async () =>
      looks++ >= this.servedAfter ? ({ kind: 'Domain' } as any) : undefined,
    );
  }

  services(): PlatformServices {
    return {
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
      catalog: this.catalog,
      wait: async ms => void this.waits.push(ms),
      fetch: async input => {
        const request = input as Request;
        const { pathname, searchParams } = new URL(request.url);
        const path = pathname.replace('/api/data-platform', '');
        this.asked.push({
          method: request.method,
          path,
          query: Object.fromEntries(searchParams),
          body: request.method === 'POST' ? await request.json() : undefined,
          authorization: request.headers.get('authorization'),
        });
        return toResponse(this.#answer(request.method, path));
      },
    };
  }

  #answer(method: string, path: string): Answer {
    const own = this.answers.get(path);
    if (own) return own.length > 1 ? own.shift()! : own[0];
    if (method === 'GET') {
      return this.polls.length > 1 ? this.polls.shift()! : this.polls[0];
    }
    return path.endsWith('/plan') ? this.plan : this.start;
  }
}

function toResponse(answer: Answer): Response {
  if (answer instanceof Error) throw answer;
  return Response.json(answer.body, { status: answer.status });
}

/** An operation on its way, with changes. */
export function operation(more: Partial<Operation> = {}): Operation {
  return {
    id: 'op-1',
    operation: 'domain:create',
    title: 'Create data domain sales',
    actor: 'user:default/mock',
    state: 'running',
    entityRef: 'domain:default/sales',
    steps: [
      { id: 'a', title: 'Create Namespace sales', state: 'running' },
      { id: 'b', title: 'Register Domain sales', state: 'pending' },
    ],
    createdAt: '2026-03-02T09:00:00Z',
    ...more,
  };
}

/** A plan that is fine, with changes. */
export function plan(more: Partial<Plan> = {}): Plan {
  return {
    operation: 'domain:create',
    title: 'Create data domain sales',
    steps: [
      {
        id: 'a',
        verb: 'create',
        title: 'Create Namespace sales',
        manifest: 'kind: Namespace',
        dryRun: 'passed',
      },
    ],
    findings: [],
    ok: true,
    entityRef: 'domain:default/sales',
    ...more,
  };
}

/** What the scaffolder gives to an action. */
export function actionContext(
  input: Record<string, unknown>,
  more: { isDryRun?: boolean; each?: Record<string, string> } = {},
) {
  const lines: string[] = [];
  const outputs: Record<string, unknown> = {};
  const log = (text: string) => void lines.push(text);
  const logger = mockServices.logger.mock({
    info: log,
    warn: log,
    error: log,
  });
  const ctx = {
    input,
    logger,
    workspacePath: '/nowhere',
    task: { id: 'task-1' },
    step: { id: 'step-1', name: 'A step' },
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    getInitiatorCredentials: async () => mockCredentials.user(),
    checkpoint: async () => undefined,
    createTemporaryDirectory: async () => '/nowhere',
    ...more,
  } as unknown as ActionContext<any, any>;
  return { ctx, lines, outputs };
}
