import { Router } from 'express';
import { z } from 'zod';
import { HookRun } from '../client/types';
import { maskedOutput, readHookOutput } from '../read/hookOutput';
import { uiLinks } from '../model/uiLinks';
import { numberParameter, queryOf } from './query';
import { RouteParts, visit } from './RouteParts';

const runsQuery = z.strictObject({
  branch: z.string().max(255).optional(),
  after: z.string().max(200).optional(),
  limit: numberParameter({ min: 1, max: 100, otherwise: 20 }),
});

const MOST_OUTPUT = 64 * 1024;

/** GET .../checks: runs of actions, newest first; GET .../checks/{run}: its hooks with what they said. */
export function addCheckRoutes(router: Router, parts: RouteParts): void {
  const at = '/repositories/:source/:repository/checks';

  router.get(at, async (req, res) => {
    const { branch, after, limit } = queryOf(runsQuery, req);
    const { client, repository, signal, source } = await visit(parts, req, res);
    const { results, pagination } = await client.runs(repository, {
      signal,
      branch,
      after,
      amount: limit,
    });
    res.json({
      items: results.map(run => ({
        id: run.run_id,
        branch: run.branch,
        event: run.event_type,
        status: run.status,
        startedAt: Date.parse(run.start_time),
        ...(run.end_time && { endedAt: Date.parse(run.end_time) }),
        ...(run.commit_id && { commit: run.commit_id }),
        url: uiLinks.run(source.server.uiUrl, repository, run.run_id),
      })),
      ...(pagination.has_more && { next: pagination.next_offset }),
    });
  });

  router.get(`${at}/:run`, async (req, res) => {
    const { client, repository, signal } = await visit(parts, req, res);
    const { run } = req.params;
    const { results } = await client.hooks(repository, run, {
      signal,
      amount: 100,
    });
    const hooks = await Promise.all(
      results.map(async hook => {
        const output =
          hook.status === 'skipped'
            ? ''
            : await client.hookOutput(repository, run, hook.hook_run_id, {
                signal,
              });
        return hookView(hook, output);
      }),
    );
    res.json({ id: run, hooks });
  });
}

function hookView(hook: HookRun, output: string) {
  const { message } = readHookOutput(output);
  const startedAt = Date.parse(hook.start_time);
  return {
    id: hook.hook_run_id,
    action: hook.action,
    hook: hook.hook_id,
    status: hook.status,
    // A skipped hook says that it started in year 1.
    ...(startedAt > 0 && { startedAt }),
    ...(hook.end_time && { endedAt: Date.parse(hook.end_time) }),
    ...(hook.status === 'failed' && message && { message }),
    output: maskedOutput(output.slice(0, MOST_OUTPUT)),
    truncated: output.length > MOST_OUTPUT,
  };
}
