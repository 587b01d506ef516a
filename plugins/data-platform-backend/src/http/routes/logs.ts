import { once } from 'node:events';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { logReadPermission } from '@millrace/backstage-plugin-data-platform-common';
import { Response, Router } from 'express';
import { impersonate } from '../../clusters/impersonate';
import { ClusterConnection, ClusterResponse } from '../../clusters/types';
import { Viewer } from '../../permissions/Viewer';
import { LogRedactor } from '../../redaction/LogRedactor';
import { clusterRefusal } from '../clusterRefusal';
import { RouterDeps } from '../deps';
import { FollowLimit } from '../FollowLimit';
import { lifeOf } from '../lifeOf';
import { queryOf } from '../query';
import { visibleResource } from './resources';

/** GET /v1/resources/{id}/logs: the one read that goes to a cluster, as the person who asks. */
export function addLogRoute(router: Router, deps: RouterDeps): void {
  const follows = new FollowLimit();

  router.get('/v1/resources/:id/logs', async (req, res) => {
    const viewer = await deps.viewers.of(req);
    const { row } = visibleResource(deps.index, req.params.id, viewer);
    assertMayReadLogs(viewer, row);
    const query = queryOf('/v1/resources/{id}/logs', req);
    assertEvidence(deps, row, query.pod);
    const namespace = row.namespace ?? '';
    const cluster = connectionOf(deps, row.source);
    const as = impersonate(
      viewer.userRef,
      viewer.groups,
      cluster.impersonationPrefix,
    );
    const follow = query.follow === true && query.download !== true;
    const giveBack = follow ? follows.take(viewer.userRef) : () => {};
    try {
      const signal = lifeOf(res, viewer, {
        ...deps,
        onReauthorised: now => assertMayReadLogs(now, row),
      });
      const answer = await cluster.request({
        path: `/api/v1/namespaces/${encodeURIComponent(
          namespace,
        )}/pods/${encodeURIComponent(query.pod)}/log`,
        query: {
          container: query.container,
          follow: follow || undefined,
          previous: query.previous || undefined,
          tailLines: query.tailLines ?? 1000,
        },
        accept: 'text/plain, application/json',
        as,
        signal,
        stream: follow,
      });
      if (answer.status !== 200) {
        throw await clusterRefusal(answer, {
          cluster: cluster.name,
          what: `the log of pod ${namespace}/${query.pod}`,
          as,
        });
      }
      setHeaders(res, query);
      await pipe(answer, res, signal);
    } finally {
      giveBack();
    }
  });
}

/** @throws NotAllowedError - names the owner, who could be asked */
export function assertMayReadLogs(
  viewer: Viewer,
  row: Parameters<Viewer['logs']['allows']>[0],
): void {
  if (viewer.logs.allows(row)) return;
  throw new NotAllowedError(
    `${viewer.userRef} may not read logs of this object, which belongs to ${
      row.ownerRef ?? 'nobody'
    }. Ask its owner, or the portal's administrators for ${
      logReadPermission.name
    }.`,
  );
}

/** Only pods that are evidence of the object: the route is no way to read any other pod's log. */
export function assertEvidence(
  deps: Pick<RouterDeps, 'index'>,
  row: { id: string; name: string; kind: string },
  pod: string,
): void {
  const context = deps.index.context(row.id);
  const known = [...(context?.pods ?? []), ...(context?.gonePods ?? [])];
  if (known.some(one => one.name === pod)) return;
  throw new NotFoundError(
    `Pod ${pod} does not belong to ${row.kind} ${row.name}, or is gone. Its pods are listed with the object.`,
  );
}

/** @throws NotFoundError when the cluster has been taken out of the configuration meanwhile */
export function connectionOf(
  deps: Pick<RouterDeps, 'connection'>,
  source: string,
): ClusterConnection {
  const connection = deps.connection(source);
  if (connection) return connection;
  throw new NotFoundError(`Cluster ${source} is no longer configured.`);
}

function setHeaders(
  res: Response,
  query: { pod: string; container?: string; download?: boolean },
): void {
  res.status(200);
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  // Without no-transform the root compression holds back what should flow.
  res.setHeader('Cache-Control', 'private, no-cache, no-transform');
  res.setHeader('X-Accel-Buffering', 'no');
  if (query.download) {
    const name = [query.pod, query.container].filter(Boolean).join('-');
    res.attachment(`${name.replace(/[^\w.-]/g, '_')}.log`);
  }
  res.flushHeaders();
}

async function pipe(
  answer: ClusterResponse,
  res: Response,
  signal: AbortSignal,
): Promise<void> {
  const redactor = new LogRedactor();
  try {
    for await (const bytes of answer.stream()) {
      const text = redactor.push(bytes);
      if (text !== '' && !res.write(text)) {
        await once(res, 'drain', { signal });
      }
      if (signal.aborted) break;
    }
    res.write(redactor.end());
  } catch (error) {
    if (!signal.aborted) {
      const reason = error instanceof Error ? error.message : String(error);
      res.write(`${redactor.end()}\n--- The log broke off: ${reason}\n`);
    }
  }
  res.end();
}
