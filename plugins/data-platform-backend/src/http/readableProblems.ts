import { InputError } from '@backstage/errors';
import { ErrorRequestHandler } from 'express';

/**
 * The validator writes `request/query/limit must be <= 500`; people read `limit must be <= 500`. Other errors pass.
 */
export const readableProblems: ErrorRequestHandler = (
  error,
  _req,
  _res,
  next,
) => {
  if (!(error instanceof InputError) || !error.message.includes('request')) {
    next(error);
    return;
  }
  const message = error.message
    .split(', ')
    .map(part =>
      part
        .replace(/^request\/(query|params|headers)\//, '')
        .replace(/^request\/body\//, 'body.')
        .replace(/^request\/body\b/, 'body')
        .replace(/^request\/?(query|params|headers)? /, ''),
    )
    .join(', ');
  next(new InputError(`${message}. See the plugin's OpenAPI document.`));
};
