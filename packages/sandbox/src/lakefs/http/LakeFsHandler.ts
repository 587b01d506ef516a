import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { requestSignal } from '../actions/requestSignal';
import { LakeFs } from '../LakeFs';
import { LakeFsError } from '../model/LakeFsError';
import { Authenticator, unauthenticated } from './Authenticator';
import {
  checkPathParameters,
  readJsonBody,
  readParameters,
} from './checkRequest';
import { pageOf } from './pageOf';
import { readBytes } from './readBytes';
import { Answer, Route } from './Route';
import { RouteTable } from './RouteTable';

const API = '/api/v1';

/** Answers HTTP requests as a lakeFS server does. */
export class LakeFsHandler {
  private readonly lakeFs: LakeFs;
  private readonly authenticator: Authenticator;
  private readonly routes: RouteTable;

  constructor(
    lakeFs: LakeFs,
    authenticator: Authenticator,
    routes: readonly Route[],
  ) {
    this.lakeFs = lakeFs;
    this.authenticator = authenticator;
    this.routes = new RouteTable(routes);
  }

  /** Never throws: every request gets an answer, or its connection ends. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    let answer: Answer;
    const requestId = randomUUID();
    try {
      answer = await requestSignal.run(givenUp(response), () =>
        this.answer(request, requestId),
      );
    } catch (error) {
      answer = failure(error, requestId);
    }
    send(request, response, answer);
  }

  private async answer(
    request: IncomingMessage,
    requestId: string,
  ): Promise<Answer> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', 'http://lakefs');
    if (!url.pathname.startsWith(`${API}/`)) {
      return pageOf(method, url.pathname);
    }
    const found = this.routes.find(method, url.pathname.slice(API.length));
    if (!found) throw new LakeFsError(404, 'invalid API endpoint');
    const { route, path } = found;
    // The real server checks the request against its OpenAPI document before it asks who sends it.
    checkPathParameters(path);
    const query = readParameters(route, url.searchParams, headers);
    const bytes = await readBytes(request);
    const body = readJsonBody(route, headers['content-type'], bytes);
    const known = this.authenticator.check(headers);
    if (!route.open && !known) throw unauthenticated();
    const answer = await route.handle({
      lakeFs: this.lakeFs,
      path,
      query,
      headers: known ? headers : { ...headers, authorization: undefined },
      body,
      bytes,
    });
    return withRequestId(answer, requestId);
  }
}

/** Aborted when the client ends its connection before it has an answer. */
function givenUp(response: ServerResponse): AbortSignal {
  const abort = new AbortController();
  // Of the response, not of the socket: connections are kept for many requests.
  response.once('close', () => {
    if (!response.writableEnded) abort.abort();
  });
  return abort.signal;
}

function withRequestId(answer: Answer, requestId: string): Answer {
  return {
    ...answer,
    headers: { 'x-request-id': requestId, ...answer.headers },
  };
}

function failure(error: unknown, requestId: string): Answer {
  const { status, message } =
    error instanceof LakeFsError
      ? error
      : { status: 500, message: String((error as Error).message) };
  return withRequestId({ status, json: { message } }, requestId);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, json, raw, headers }: Answer,
): void {
  response.sendDate = true;
  for (const [name, value] of Object.entries(headers ?? {})) {
    response.setHeader(name, value);
  }
  const head = request.method === 'HEAD';
  if (json !== undefined && !head) {
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-content-type-options', 'nosniff');
  }
  const body = json === undefined ? raw : `${JSON.stringify(json)}\n`;
  if (body !== undefined && !response.hasHeader('content-length')) {
    response.setHeader('content-length', Buffer.byteLength(body));
  }
  response.writeHead(status);
  response.end(head ? undefined : body);
}
