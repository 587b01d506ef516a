import { Response, Router } from 'express';
import { RouterDeps } from '../deps';
import { lifeOf } from '../lifeOf';
import { StreamAdmission } from '../stream/StreamAdmission';
import { StreamClient } from '../stream/StreamClient';

/** GET /v1/stream: changes as server-sent events, until the reader goes or may not read any more. */
export function addStreamRoute(router: Router, deps: RouterDeps): void {
  const { hub, viewers } = deps;
  const admission = new StreamAdmission();

  router.get('/v1/stream', async (req, res) => {
    const viewer = await viewers.of(req);
    res.once('close', admission.take(viewer.userRef));
    res.status(200);
    res.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    // Without no-transform the root compression holds back what should flow.
    res.setHeader('Cache-Control', 'private, no-cache, no-transform');
    res.setHeader('X-Accel-Buffering', 'no');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.flushHeaders();
    const stream = hub.open(
      clientOf(res),
      viewer.read,
      req.header('last-event-id'),
    );
    const life = lifeOf(res, viewer, {
      ...deps,
      onReauthorised: now => stream.reauthorise(now.read),
    });
    const close = () => {
      stream.close();
      if (!res.writableEnded) res.end();
    };
    if (life.aborted) close();
    else life.addEventListener('abort', close);
  });
}

function clientOf(res: Response): StreamClient {
  return {
    write: text => {
      if (!res.writableEnded && !res.destroyed) res.write(text);
    },
    buffered: () => res.writableLength,
    end: () => res.end(),
    destroy: () => res.destroy(),
  };
}
