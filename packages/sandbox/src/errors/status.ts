import { StatusError } from '../types';
import { FieldError } from './FieldError';

/** What a refusal is about. `kind` is the plural in most answers and the kind in answers about validation. */
export interface Subject {
  group: string;
  kind: string;
  name?: string;
}

interface Refusal {
  code: number;
  reason: string;
  message: string;
  details?: Record<string, unknown>;
}

export function refusal(options: Refusal): StatusError {
  const { code, reason, message, details } = options;
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    ...(reason ? { reason } : {}),
    ...(details ? { details } : {}),
    code,
  } as StatusError['status']);
}

/** `sparkapplications.sparkoperator.k8s.io`, or the bare plural in the core group. */
export function qualified(subject: Subject): string {
  return subject.group ? `${subject.kind}.${subject.group}` : subject.kind;
}

function detailsOf(subject: Subject): Record<string, unknown> {
  return {
    ...(subject.name ? { name: subject.name } : {}),
    ...(subject.group ? { group: subject.group } : {}),
    ...(subject.kind ? { kind: subject.kind } : {}),
  };
}

export function notFound(subject: Subject): StatusError {
  return refusal({
    code: 404,
    reason: 'NotFound',
    message: `${qualified(subject)} "${subject.name}" not found`,
    details: detailsOf(subject),
  });
}

export function alreadyExists(subject: Subject, dying = false): StatusError {
  const prefix = dying ? 'object is being deleted: ' : '';
  return refusal({
    code: 409,
    reason: 'AlreadyExists',
    message: `${prefix}${qualified(subject)} "${subject.name}" already exists`,
    details: detailsOf(subject),
  });
}

export function conflict(subject: Subject, why: string): StatusError {
  return refusal({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualified(subject)} "${
      subject.name
    }": ${why}`,
    details: detailsOf(subject),
  });
}

export const STALE =
  'the object has been modified; please apply your changes to the latest version and try again';

export function forbidden(
  subject: Subject,
  why: string,
  causes?: readonly Record<string, string>[],
): StatusError {
  const name = subject.name ? ` "${subject.name}"` : '';
  return refusal({
    code: 403,
    reason: 'Forbidden',
    message: `${qualified(subject)}${name} is forbidden: ${why}`,
    details: { ...detailsOf(subject), ...(causes ? { causes } : {}) },
  });
}

export function invalid(
  subject: Subject,
  errors: readonly FieldError[],
): StatusError {
  const texts = [
    ...new Set(errors.map(error => `${error.field}: ${error.message}`)),
  ];
  const list = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  return refusal({
    code: 422,
    reason: 'Invalid',
    message: `${qualified(subject)} "${
      subject.name ?? ''
    }" is invalid: ${list}`,
    details: {
      ...detailsOf(subject),
      causes: errors.map(({ reason, message, field }) => ({
        reason,
        message,
        field,
      })),
    },
  });
}

export function badRequest(message: string): StatusError {
  return refusal({ code: 400, reason: 'BadRequest', message });
}

/** A failure of the server that has no reason of its own, as apiserver reports plain Go errors. */
export function internal(message: string): StatusError {
  return refusal({ code: 500, reason: '', message });
}

export function unauthorized(): StatusError {
  return refusal({
    code: 401,
    reason: 'Unauthorized',
    message: 'Unauthorized',
  });
}

export function expired(message: string): StatusError {
  return refusal({ code: 410, reason: 'Expired', message });
}

export function unsupportedMediaType(message: string): StatusError {
  return refusal({ code: 415, reason: 'UnsupportedMediaType', message });
}

export function methodNotAllowed(): StatusError {
  return refusal({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}
