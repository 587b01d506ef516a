import { badRequest, notFound } from '../../model/LakeFsError';
import { takePage } from '../../model/Page';
import { Run } from '../../model/Run';
import { paging, parameters } from '../parameters';
import { Call, pageAnswer, Route } from '../Route';
import { hookRunJson, runJson } from '../shapes';

const RUNS = '/repositories/{repository}/actions/runs';
const RUN = `${RUNS}/{runId}`;

function runOf({ lakeFs, path }: Call): Run {
  const run = lakeFs.repository(path.repository).runs.get(path.runId);
  if (!run) throw notFound('not found: not found');
  return run;
}

/** What hooks did. */
export const actionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: RUNS,
    parameters: {
      after: paging.after,
      amount: paging.amount,
      branch: parameters.text,
      commit: parameters.text,
    },
    handle({ lakeFs, path, query }) {
      const repository = lakeFs.repository(path.repository);
      const branch = query.text('branch');
      const commit = query.text('commit');
      if (branch && commit) {
        throw badRequest(
          "can't use both branchID and MergedCommitID: parameters conflict",
        );
      }
      const found = function* found() {
        for (const [, run] of repository.runs.list(query.text('after'))) {
          const asked =
            (!branch || run.branch === branch) &&
            (!commit || run.commitId === commit);
          if (asked) yield run;
        }
      };
      const { items, hasMore } = takePage(found(), query.amount());
      return pageAnswer(items.map(runJson), hasMore, items.at(-1)?.id ?? '');
    },
  },
  {
    method: 'GET',
    path: RUN,
    handle: call => ({ status: 200, json: runJson(runOf(call)) }),
  },
  {
    method: 'GET',
    path: `${RUN}/hooks`,
    parameters: { after: paging.after, amount: paging.amount },
    handle(call) {
      const { query } = call;
      const after = query.text('after');
      const found = runOf(call).hooks.filter(({ id }) => id > after);
      const { items, hasMore } = takePage(found, query.amount());
      const next = items.at(-1)?.id ?? '';
      return pageAnswer(items.map(hookRunJson), hasMore, next);
    },
  },
  {
    method: 'GET',
    path: `${RUN}/hooks/{hookRunId}/output`,
    handle(call) {
      const { hookRunId } = call.path;
      const hook = runOf(call).hooks.find(({ id }) => id === hookRunId);
      if (!hook) throw notFound();
      if (hook.status === 'skipped') return { status: 200, raw: '' };
      return {
        status: 200,
        raw: hook.output,
        headers: {
          'content-disposition': `attachment; filename=${hookRunId}.log`,
          'content-type': 'application/octet-stream',
        },
      };
    },
  },
];
