import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { messageOf, statusOf, Thrown } from '../http/errorHandler';
import { OperationRefusedError } from '../operations/OperationRefusedError';

/** Names of errors that the registry of actions passes on in words. Source: plugin-mcp-actions-backend handleErrors. */
const PASSED_ON: ReadonlySet<string | undefined> = new Set([
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'NotImplementedError',
  'ServiceUnavailableError',
]);

/** The same error as one that an assistant is told in words; what nobody meant to tell stays as it is. */
export function toolError(thrown: unknown): unknown {
  const error = (thrown ?? {}) as Thrown;
  if (PASSED_ON.has(error.name)) return thrown;
  if (error.name === 'TimeoutError') {
    return new ServiceUnavailableError('There was no answer within 30 s.');
  }
  if (thrown instanceof OperationRefusedError) {
    return new InputError(refusal(thrown.findings));
  }
  const status = statusOf(error);
  const message = messageOf(error, status);
  if (status === 500) return thrown;
  if (status === 403) return new NotAllowedError(message);
  return status > 500
    ? new ServiceUnavailableError(message)
    : new InputError(message);
}

/** All that stands against a plan, by its field. */
function refusal(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error');
  const told = errors.map(({ field, message, remedy }) =>
    [field && `${field}:`, message, remedy].filter(Boolean).join(' '),
  );
  return ['The plan is refused.', ...told].join('\n');
}
