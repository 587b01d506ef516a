import {
  LakefsCheck,
  LakefsCheckPage,
  LakefsCheckRun,
  LakefsHook,
} from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { z } from 'zod';
import { ActionRun, HookRun } from '../client/types';
import { maskedOutput, readHookOutput } from '../read/hookOutput';
import { inParallel } from '../read/inParallel';
import { uiLinks } from '../model/uiLinks';
import { numberParameter, queryOf } from './query';
import { RouteParts, visit, Visited } from './RouteParts';

const runsQuery = z.strictObject({
  branch: z.string().max(1_000).optional(),
  commit: z.string().max(64).optional(),
  after: z.string().max(200).optional(),
  limit: numberParameter({ min: 1, max: 100, otherwise: 20 }),
});

const MOST_OUTPUT = 64 * 1024;
const MOST_HOOKS = 100;
/** Outputs that are read at a time. */
const AT_A_TIME = 4;

/** GET .../checks: runs of actions, newest first; GET .../checks/{run}: its hooks with what they said. */
export function addCheckRoutes(router: Router, parts: RouteParts): void {
  const at = '/repositories/:source/:repository/checks';

  router.get(at, async (req, res) => {
    const { limit, ...query } = queryOf(runsQuery, req);
    const visited = await visit(parts, req, res);
    const { client, repository, signal } = visited;
    const { results, pagination } = await client.runs(repository, {
      ...query,
      signal,
      amount: limit,
    });
    const { has_more: more, next_offset: next } = pagination;
    const page: LakefsCheckPage = {
      items: results.map(run => checkView(run, visited)),
      ...(more && { next }),
    };
    res.json(page);
  });

  router.get(`${at}/:run`, async (req, res) => {
    const { run } = req.params;
    const visited = await visit(parts, req, res);
    const { client, repository, signal } = visited;
    const [check, { results, pagination }] = await Promise.all([
      client.run(repository, run, { signal }),
      client.hooks(repository, run, { signal, amount: MOST_HOOKS }),
    ]);
    const outputs = new Map<string, string>();
    const spoken = results.filter(({ status }) => status !== 'skipped');
    await inParallel(spoken, AT_A_TIME, async ({ hook_run_id: id }) => {
      outputs.set(
        id,
        await client.hookOutput(repository, run, id, {
          signal,
          bytes: MOST_OUTPUT + 1,
        }),
      );
    });
    const answer: LakefsCheckRun = {
      id: run,
      check: checkView(check, visited),
      hooks: results.map(hook =>
        hookView(hook, outputs.get(hook.hook_run_id) ?? ''),
      ),
      moreHooks: pagination.has_more,
    };
    res.json(answer);
  });
}

function checkView(
  run: ActionRun,
  { repository, source }: Visited,
): LakefsCheck {
  return {
    id: run.run_id,
    branch: run.branch,
    event: run.event_type,
    status: statusOf(run.status),
    startedAt: Date.parse(run.start_time),
    ...(run.end_time && { endedAt: Date.parse(run.end_time) }),
    ...(run.commit_id && { commit: run.commit_id }),
    url: uiLinks.run(source.server.uiUrl, repository, run.run_id),
  };
}

/** A hook and what it said. @param output - its first bytes, one more than are shown */
export function hookView(hook: HookRun, output: string): LakefsHook {
  const { message } = readHookOutput(output);
  const startedAt = Date.parse(hook.start_time);
  return {
    id: hook.hook_run_id,
    action: hook.action,
    hook: hook.hook_id,
    status: statusOf(hook.status),
    // A skipped hook says that it started in year 1.
    ...(startedAt > 0 && { startedAt }),
    ...(hook.end_time && { endedAt: Date.parse(hook.end_time) }),
    ...(hook.status === 'failed' && message && { message }),
    output: maskedOutput(output.slice(0, MOST_OUTPUT)),
    // It was read by bytes: text with other letters than ASCII has fewer of them.
    truncated: Buffer.byteLength(output) > MOST_OUTPUT,
  };
}

/** A word of a later lakeFS is not taken for a success. */
function statusOf(status: string): LakefsCheck['status'] {
  return status === 'completed' || status === 'failed' || status === 'skipped'
    ? status
    : 'unknown';
}
