import { LoggerService } from '@backstage/backend-plugin-api';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { ErrorRequestHandler } from 'express';

const STATUS_BY_NAME: Readonly<Record<string, number>> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  OperationRefusedError: 422,
  NotImplementedError: 501,
  ClusterError: 502,
  ServiceUnavailableError: 503,
  SourceFault: 502,
};

/**
 * The plugin's error answer: `{error: {name, message, findings?}}` with the code of the error. What nobody meant to
 * tell (a bug, a database error) is logged with a number and answered with that number alone.
 */
export function createErrorHandler(logger: LoggerService): ErrorRequestHandler {
  return (thrown, req, res, _next) => {
    const error: Thrown = thrown ?? {};
    const status = statusOf(error);
    if (res.headersSent) {
      logger.warn(
        `${req.method} ${req.path} broke off: ${error.message ?? 'no reason'}`,
      );
      res.destroy();
      return;
    }
    if (status === 304) {
      res.status(304).end();
      return;
    }
    if (status === 500) {
      const number = Date.now().toString(36);
      logger.error(
        `${req.method} ${req.path} failed (${number}): ${
          error.stack ?? error.message ?? String(thrown)
        }`,
      );
      res.status(500).json({
        error: {
          name: 'InternalError',
          message: `Something went wrong in the portal. The backend's log tells more, under ${number}.`,
        },
      });
      return;
    }
    res.status(status).json({
      error: {
        name: lacksDatabase(error)
          ? 'ServiceUnavailableError'
          : error.name ?? 'Error',
        message: messageOf(error, status),
        ...(Array.isArray(error.findings) && { findings: error.findings }),
      },
    });
  };
}

/** Of better-sqlite3, pg and knex: the database is locked, away or out of connections. */
const NO_DATABASE =
  /^(SQLITE_(BUSY|LOCKED|READONLY|IOERR|CANTOPEN|FULL).*|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|08\w{3}|53\w{3}|57P0\d|KnexTimeoutError)$/;

/** What may be thrown at the edge of the portal: ours, of Backstage, of a database driver, of express. */
export interface Thrown {
  /** Of a database driver: `SQLITE_BUSY`, `57P01`; of a cluster: its status. */
  code?: string | number;
  name?: string;
  message?: string;
  stack?: string;
  /** Of body-parser and http-errors, for example `entity.too.large`. */
  type?: string;
  status?: number;
  statusCode?: number;
  findings?: readonly Finding[];
}

/** The code of HTTP that tells of it; 500 for what nobody meant to tell. */
export function statusOf(error: Thrown): number {
  const named = error.name ? STATUS_BY_NAME[error.name] : undefined;
  if (named === undefined && lacksDatabase(error)) return 503;
  if (error.name === 'ClusterRefusal') {
    // What the cluster does not let this person read or do; all else is a matter between the portal and the cluster.
    return Number(error.code) === 403 ? 403 : 502;
  }
  const status = named ?? error.statusCode ?? error.status;
  return status && status >= 300 && status <= 599 ? status : 500;
}

function lacksDatabase({ name, code }: Thrown): boolean {
  return NO_DATABASE.test(String(code ?? '')) || NO_DATABASE.test(name ?? '');
}

/** What may be told of it. */
export function messageOf(error: Thrown, status: number): string {
  if (status === 413) {
    return 'The request is larger than 1 MB. Send a smaller manifest, or fewer values.';
  }
  if (lacksDatabase(error)) {
    return "The portal's database does not answer. Live state is not affected; try this again in a minute.";
  }
  if (error.type === 'entity.parse.failed') {
    return 'The body of the request is not valid JSON. Send a JSON object.';
  }
  return error.message ?? 'The request was refused.';
}
