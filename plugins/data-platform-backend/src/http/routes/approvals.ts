import {
  Approval,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { Response, Router } from 'express';
import { Decision } from '../../approvals/decide';
import { RouterDeps } from '../deps';
import { lifeOf } from '../lifeOf';
import { queryOf, ref } from '../query';
import { callerOf } from './operations';

/** GET and POST /v1/approvals, GET /v1/approvals/{id}, POST .../comments, .../decision, .../withdraw. */
export function addApprovalRoutes(router: Router, deps: RouterDeps): void {
  const { approvals, viewers } = deps;

  router.get('/v1/approvals', async (req, res) => {
    const viewer = await viewers.of(req);
    const query = queryOf('/v1/approvals', req);
    const { role = 'all', state, limit = 25, offset = 0 } = query;
    const entityRef = query.entityRef && ref('entityRef', query.entityRef);
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(
      await approvals.list(
        {
          ...{ role, limit, offset },
          ...(state && { state }),
          ...(entityRef && { entityRef }),
        },
        viewer,
      ),
    );
  });

  router.post('/v1/approvals', async (req, res) => {
    const reviewer = await viewers.of(req);
    const { request, comment } = req.body as {
      request: OperationRequest;
      comment?: string;
    };
    const signal = lifeOf(res, reviewer, deps);
    const who = { caller: callerOf(reviewer), reviewer };
    answer(res, await approvals.request(request, comment, who, signal));
  });

  router.get('/v1/approvals/:id', async (req, res) => {
    const viewer = await viewers.of(req);
    answer(res, await approvals.get(req.params.id, viewer));
  });

  router.post('/v1/approvals/:id/comments', async (req, res) => {
    const viewer = await viewers.of(req);
    const { text } = req.body as { text: string };
    answer(res, await approvals.comment(req.params.id, text, viewer));
  });

  router.post('/v1/approvals/:id/decision', async (req, res) => {
    const viewer = await viewers.of(req);
    const signal = lifeOf(res, viewer, deps);
    const decision = req.body as Decision;
    answer(
      res,
      await approvals.decide(req.params.id, decision, viewer, signal),
    );
  });

  router.post('/v1/approvals/:id/withdraw', async (req, res) => {
    const viewer = await viewers.of(req);
    answer(res, await approvals.withdraw(req.params.id, viewer));
  });
}

function answer(res: Response, approval: Approval): void {
  res.setHeader('Cache-Control', 'private, no-store');
  res.json(approval);
}
