import { code, contains, eventually, holds, same, Skip } from '../../Check';
import type { LakeFsCheckGroup, LakeFsContext } from '../LakeFsCheck';

const FILE = '_lakefs_actions/gate.yaml';

/** An action on main with webhooks to paths of the suite's own server. */
function action(event: string, urls: readonly string[]): string {
  const hooks = urls.map(
    (url, at) =>
      `  - id: hook${at}\n    type: webhook\n    properties:\n      url: ${url}\n      timeout: 2s\n`,
  );
  return `name: gate\non:\n  ${event}:\n    branches:\n      - main\nhooks:\n${hooks.join(
    '',
  )}`;
}

/** main with an action, dev with something to merge. */
async function gated(
  { lake, webhooks }: LakeFsContext,
  paths: readonly string[],
) {
  const urls = paths.map(path => webhooks.url + path);
  await lake.write('main', { [FILE]: action('pre-merge', urls) }, 'gate');
  await lake.branch('dev');
  await lake.write('dev', { d: 'd' }, 'd');
}

function reached({ webhooks, lake }: LakeFsContext): void {
  if (webhooks.of(lake.name).length > 0) return;
  throw new Skip('the server does not reach webhooks of this machine');
}

export const hooks: LakeFsCheckGroup = {
  area: 'Hooks',
  checks: [
    {
      title:
        'a hook that says no stops a merge: 412, a failed run, the answer in the output',
      async run(context) {
        const { client, lake } = context;
        await gated(context, ['/ok', '/reject', '/ok']);
        const head = await lake.head('main');
        const answer = await lake.merge('dev', 'main', { message: 'm' });
        reached(context);
        code(answer, 412, 'merge');
        const [run] = (await client.get(lake.at('/actions/runs'))).body.results;
        same(
          answer.body.message,
          `update branch main: pre-merge hook aborted, run id '${run.run_id}': 1 error occurred:\n\t* hook run id '0000_0001' failed on action 'gate' hook 'hook1': action failed: webhook request failed (status code: 400)\n\n`,
          'text',
        );
        same(await lake.head('main'), head, 'main');
        same(
          [run.status, run.branch, run.event_type],
          ['failed', 'main', 'pre-merge'],
          'run',
        );
        const path = lake.at(`/actions/runs/${run.run_id}/hooks`);
        const { results } = (await client.get(path)).body;
        same(
          results.map((one: any) => one.status),
          ['completed', 'failed', 'skipped'],
          'hooks',
        );
        const output = await client.get(`${path}/0000_0001/output`);
        contains(output.text, '{"said":"by the webhook"}', 'output');
        contains(
          output.text,
          'Error: action failed: webhook request failed (status code: 400)\n',
          'output',
        );
      },
    },
    {
      title:
        'a webhook is told both commits and the metadata; any 2xx passes, HTML too',
      async run(context) {
        const { lake, webhooks } = context;
        await gated(context, ['/html']);
        const dev = await lake.head('dev');
        const body = { message: 'm', metadata: { k: 'v' } };
        const answer = await lake.merge('dev', 'main', body);
        reached(context);
        code(answer, 200, 'merge');
        const { event_time: time, ...event } = webhooks.of(lake.name)[0].event;
        holds(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time), 'event_time');
        const [{ committer }] = await lake.log('main');
        same(
          event,
          {
            event_type: 'pre-merge',
            action_name: 'gate',
            hook_id: 'hook0',
            repository_id: lake.name,
            branch_id: 'main',
            source_ref: dev,
            commit_id: answer.body.reference,
            commit_message: 'm',
            committer,
            commit_metadata: { '.lakefs.merge.strategy': 'default', k: 'v' },
            merge_source: 'dev',
          },
          'event',
        );
      },
    },
    {
      title: 'a hook that hangs stops a merge after its time',
      async run(context) {
        const { lake } = context;
        await gated(context, ['/hang']);
        const answer = await lake.merge('dev', 'main');
        reached(context);
        code(answer, 412, 'merge');
        contains(
          answer.body.message,
          'context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
          'text',
        );
      },
    },
    {
      title: 'a source branch that dropped the action file is not checked',
      async run(context) {
        const { client, lake } = context;
        await gated(context, ['/reject']);
        const file = lake.at(`/branches/dev/objects?path=${FILE}`);
        code(await client.delete(file), 204, 'delete');
        code(await lake.commit('dev', { message: 'no gate' }), 201, 'commit');
        code(await lake.merge('dev', 'main'), 200, 'merge');
      },
    },
    {
      title:
        'a broken action file makes commits fail with 500 that names it, and leaves no run',
      async run({ client, lake }) {
        await lake.branch('dev');
        await lake.put('dev', {
          '_lakefs_actions/odd.yaml': action('pre-dinner', []),
        });
        const answer = await lake.commit('dev', { message: 'm' });
        code(answer, 500, 'commit');
        contains(
          answer.body.message,
          "1 error occurred:\n\t* parsing file _lakefs_actions/odd.yaml: event 'pre-dinner' is not supported: invalid action\n\n",
          'text',
        );
        const runs = await client.get(lake.at('/actions/runs'));
        same(runs.body.results, [], 'runs');
      },
    },
    {
      title: 'a hook after the fact never changes the answer; its run is told',
      async run(context) {
        const { client, lake, webhooks } = context;
        const text = action('post-merge', [`${webhooks.url}/reject`]);
        await lake.write('main', { [FILE]: text }, 'notice');
        await lake.branch('dev');
        await lake.write('dev', { d: 'd' }, 'd');
        code(await lake.merge('dev', 'main'), 200, 'merge');
        await eventually(async () => {
          const { results } = (await client.get(lake.at('/actions/runs'))).body;
          same(
            results.map((run: any) => [run.event_type, run.status]),
            [['post-merge', 'failed']],
            'runs',
          );
        });
        reached(context);
      },
    },
  ],
};
