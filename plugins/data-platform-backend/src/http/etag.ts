import { createHash } from 'node:crypto';
import { Request, Response } from 'express';
import { Viewer } from '../permissions/Viewer';

/** What an answer depends on beside its URL and the viewer. */
export interface Edition {
  /** Of the process: no ETag outlives a restart. */
  epoch: string;
  version: number;
  /** Whatever else the answer depends on. */
  also?: string | number | boolean;
}

/**
 * Answers 304 if this viewer has this edition already, else marks the answer with its ETag. Cheap: nothing has been
 * read or serialised yet.
 * @returns true when the answer has been sent
 */
export function sameEdition(
  req: Request<any, any, any, any>,
  res: Response,
  viewer: Viewer,
  edition: Edition,
): boolean {
  const also = edition.also === undefined ? '' : `.${edition.also}`;
  return answered(
    req,
    res,
    `W/"${edition.epoch}.${edition.version}${also}.${viewer.tag}"`,
  );
}

/**
 * Sends JSON with an ETag over its content, the viewer and the process; for answers that depend on more than the
 * version of the index (history, directory, time).
 */
export function sendJson(
  req: Request<any, any, any, any>,
  res: Response,
  viewer: Viewer,
  epoch: string,
  body: unknown,
): void {
  const text = JSON.stringify(body);
  const hash = createHash('sha256')
    .update(`${epoch}\n${viewer.tag}\n${text}`)
    .digest('base64url')
    .slice(0, 22);
  if (answered(req, res, `"${hash}"`)) return;
  res.type('application/json').send(text);
}

function answered(
  req: Request<any, any, any, any>,
  res: Response,
  etag: string,
): boolean {
  res.setHeader('Cache-Control', 'private, no-cache');
  res.setHeader('Vary', 'Authorization');
  res.setHeader('ETag', etag);
  const sent = req.headers['if-none-match'];
  if (sent === undefined || !matches(sent, etag)) return false;
  res.status(304).end();
  return true;
}

/** Weak comparison; compression turns strong ETags into weak ones on the way (RFC 9110, 8.8.3.2). */
function matches(sent: string, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return sent.split(',').some(tag => bare(tag) === bare(etag));
}
