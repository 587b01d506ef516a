import {
  ConflictError,
  InputError,
  NotFoundError,
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { SourceFault } from '@millrace/backstage-plugin-data-platform-node';
import { ErrorRequestHandler } from 'express';
import { LakefsError } from '../client/LakefsError';

/**
 * Answers of a lakeFS server as answers of the portal. A 401 of the server is about the portal's key: passed on as it is,
 * a browser would take the person for signed out.
 */
export const answerLakefsErrors: ErrorRequestHandler = (
  error,
  _req,
  _res,
  next,
) => next(asRouteError(error));

export function asRouteError(error: unknown): unknown {
  if (!(error instanceof LakefsError)) return error;
  const { status, message } = error;
  if (error.lacksRoute) return new NotImplementedError(message);
  switch (status) {
    case 400:
    case 416:
      return new InputError(message);
    case 404:
    case 410:
      return new NotFoundError(message);
    case 409:
    case 412:
      return new ConflictError(message);
    case undefined:
    case 429:
    case 503:
      return new ServiceUnavailableError(message);
    default:
      // 502: a matter between the portal and the server.
      return new SourceFault(error.kind, message);
  }
}
