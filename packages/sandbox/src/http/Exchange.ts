import { IncomingMessage, ServerResponse } from 'node:http';
import { Principal, StatusError } from '../types';
import { ResourceRequest } from './RequestInfo';

/** One request and its answer. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly principal: Principal;
  /** Set where the path names a resource. */
  readonly resource?: ResourceRequest;
  private readonly warnings: string[] = [];

  constructor(options: {
    request: IncomingMessage;
    response: ServerResponse;
    url: URL;
    principal: Principal;
    resource?: ResourceRequest;
  }) {
    this.request = options.request;
    this.response = options.response;
    this.url = options.url;
    this.principal = options.principal;
    this.resource = options.resource;
  }

  query(name: string): string | undefined {
    return this.url.searchParams.get(name) ?? undefined;
  }

  /** Adds a Warning header (RFC 7234, code 299), once for each text. */
  warn(text: string): void {
    const escaped = text.replace(/[\\"]/g, '\\$&').replace(/[\r\n]+/g, ' ');
    const header = `299 - "${escaped}"`;
    if (!this.warnings.includes(header)) this.warnings.push(header);
  }

  json(code: number, body: unknown): void {
    this.send(code, 'application/json', JSON.stringify(body));
  }

  send(code: number, contentType: string, body: string): void {
    if (this.response.headersSent) return;
    this.head(code, contentType);
    this.response.setHeader('Content-Length', Buffer.byteLength(body));
    this.response.end(body);
  }

  /** Begins a body that is written piece by piece. */
  stream(contentType: string): ServerResponse {
    this.head(200, contentType);
    this.response.flushHeaders();
    return this.response;
  }

  refuse(error: StatusError): void {
    const { status } = error;
    const retry = status.details?.retryAfterSeconds;
    if (typeof retry === 'number') {
      this.response.setHeader('Retry-After', String(retry));
    }
    this.json(status.code, status);
  }

  private head(code: number, contentType: string): void {
    this.response.statusCode = code;
    this.response.setHeader('Content-Type', contentType);
    this.response.setHeader('Cache-Control', 'no-cache, private');
    if (this.warnings.length > 0) {
      this.response.setHeader('Warning', this.warnings);
    }
  }
}
