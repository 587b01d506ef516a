import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { ClusterResponse, ImpersonatedUser } from '../clusters/types';

/** What was attempted, for the sentence. */
export interface Attempt {
  cluster: string;
  verb: 'read' | 'create' | 'patch' | 'delete';
  kind: string;
  namespace?: string;
  name: string;
  /** Who was sent; undefined for the bootstrap identity. */
  as?: ImpersonatedUser;
}

interface Status {
  message?: string;
  reason?: string;
  causes: readonly { field?: string; message?: string; reason?: string }[];
}

const PAST = {
  read: 'read',
  create: 'created',
  patch: 'changed',
  delete: 'deleted',
} as const;

/** A cluster said no. The message is a sentence that names cluster, kind, namespace, name, and who was sent. */
export class ClusterRefusal extends Error {
  readonly code: number;
  readonly reason: string | undefined;
  /** In the server's own words. */
  readonly serverMessage: string;
  readonly causes: Status['causes'];
  readonly attempt: Attempt;
  /** What the server asks to wait, ms. */
  readonly retryAfterMs: number | undefined;

  constructor(attempt: Attempt, code: number, status: Status, wait?: number) {
    const text = status.message ?? `it answered ${code}`;
    super(sentence(attempt, code, text));
    this.name = 'ClusterRefusal';
    this.attempt = attempt;
    this.code = code;
    this.reason = status.reason;
    this.serverMessage = text;
    this.causes = status.causes;
    this.retryAfterMs = wait;
  }

  /** Might pass on another try: overload and failures of the server itself. */
  get transient(): boolean {
    return this.code === 429 || this.code >= 500;
  }

  /** The same as findings, one a field where the server names fields. */
  findings(prefix = ''): Finding[] {
    const remedy = remedyFor(this);
    const fields = this.causes.filter(
      ({ field }) => field && field !== '<nil>',
    );
    if (this.code === 422 && fields.length > 0) {
      return fields.map(({ field, message }) => ({
        level: 'error',
        field: prefix + field,
        message: `${where(this.attempt)}: ${field}: ${message ?? said(this)}`,
      }));
    }
    const unknown = [
      ...this.serverMessage.matchAll(/unknown field "([^"]+)"/g),
    ];
    if (unknown.length > 0) {
      return unknown.map(([, field]) => ({
        level: 'error',
        field: prefix + field,
        message: `${this.attempt.kind} has no field "${field}".`,
        remedy: 'Check its spelling and where it stands.',
      }));
    }
    return [
      { level: 'error', message: this.message, ...(remedy && { remedy }) },
    ];
  }
}

/** Reads the answer to a refused request. Bodies that are no Status (HTML of a proxy) are described, not quoted. */
export async function toRefusal(
  attempt: Attempt,
  response: ClusterResponse,
  now: number,
): Promise<ClusterRefusal> {
  const text = await response.text().catch(() => '');
  return new ClusterRefusal(
    attempt,
    response.status,
    parseStatus(text, response),
    retryAfter(response.headers.get('retry-after'), now),
  );
}

function parseStatus(text: string, response: ClusterResponse): Status {
  try {
    const body = JSON.parse(text);
    if (body && typeof body === 'object') {
      const causes = Array.isArray(body.details?.causes)
        ? body.details.causes
        : [];
      return {
        message: typeof body.message === 'string' ? body.message : undefined,
        reason: typeof body.reason === 'string' ? body.reason : undefined,
        causes,
      };
    }
  } catch {
    // No JSON: told below.
  }
  const type = response.headers.get('content-type') ?? 'no content type';
  return {
    message: /^text\/plain/.test(type)
      ? text.trim().slice(0, 300)
      : `it answered ${response.status} with ${type}, which is no answer of a Kubernetes API; check the cluster's URL and what stands before it`,
    causes: [],
  };
}

function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

function sentence(attempt: Attempt, code: number, message: string): string {
  const what = `${where(attempt)} could not be ${PAST[attempt.verb]}`;
  if (code === 403 && attempt.as) {
    const groups = attempt.as.groups.join(', ') || 'none';
    return `${what}: ${strip(message)} (sent as user ${
      attempt.as.user
    }, groups ${groups}).`;
  }
  if (code === 409 && /is being deleted/.test(message)) {
    return `${what}: one of that name is still being deleted. Try again in a minute.`;
  }
  return `${what}: ${strip(message)}.`;
}

/** `SparkApplication sales/orders-daily on cluster eu-1` */
export function where(attempt: Omit<Attempt, 'verb'>): string {
  const name = attempt.namespace
    ? `${attempt.namespace}/${attempt.name}`
    : attempt.name;
  return `${attempt.kind} ${name} on cluster ${attempt.cluster}`;
}

function remedyFor(refusal: ClusterRefusal): string | undefined {
  const { code, serverMessage, attempt } = refusal;
  if (/exceeded quota/.test(serverMessage)) {
    return 'Delete finished runs, shorten their time to live, or ask for a larger quota.';
  }
  if (code === 403 && attempt.as) {
    return `Ask an owner of ${
      attempt.namespace ? `namespace ${attempt.namespace}` : 'the domain'
    } for a role there, then sign in again.`;
  }
  if (code === 403) {
    return 'Ask the platform team to apply examples/rbac: the portal’s bootstrap identity lacks this right.';
  }
  if (code === 404 && /^namespaces /.test(serverMessage)) {
    return 'Check the name of the namespace, or create the domain first.';
  }
  if (code === 404) {
    return `Ask the platform team whether ${attempt.kind} is installed on cluster ${attempt.cluster}.`;
  }
  return undefined;
}

function said(refusal: ClusterRefusal): string {
  return strip(refusal.serverMessage);
}

function strip(message: string): string {
  return message.replace(/\.\s*$/, '');
}
