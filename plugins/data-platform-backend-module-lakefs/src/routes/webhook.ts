import { timingSafeEqual, createHash } from 'node:crypto';
import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { LakefsSource } from '../LakefsSource';

/** Header that an action of lakeFS carries; bodies of lakeFS are not signed. */
export const SECRET_HEADER = 'x-millrace-secret';

/**
 * POST /webhook/{server}: an action of lakeFS tells that something happened. Nothing of the body is believed but which
 * repository to look at: it is then read as ever. Answers at once, for lakeFS waits for it and may call several times.
 */
export function addWebhookRoute(
  router: Router,
  sources: readonly LakefsSource[],
): void {
  router.post('/webhook/:server', async (req, res) => {
    const source = sources.find(({ name }) => name === req.params.server);
    const secret = source?.server.webhookSecret;
    if (!source || !secret) {
      throw new NotFoundError('There is no such webhook.');
    }
    if (!sameSecret(req.headers[SECRET_HEADER], secret)) {
      throw new AuthenticationError(
        `The header ${SECRET_HEADER} is missing or wrong.`,
      );
    }
    const repository: unknown = req.body?.repository_id;
    source.changed(
      typeof repository === 'string' &&
        /^[a-z0-9][a-z0-9-]{2,62}$/.test(repository)
        ? repository
        : undefined,
    );
    res.status(202).json({ accepted: true });
  });
}

/** In constant time, whatever the lengths. */
function sameSecret(given: unknown, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return (
    typeof given === 'string' && timingSafeEqual(digest(given), digest(secret))
  );
}
