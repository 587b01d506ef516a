import { hookServer } from './hookServer';
import { LakeFsReplay } from './LakeFsReplay';
import { replayLakeFs } from './replayLakeFs';

const FILE = '_lakefs_actions/contract.yaml';
const HOST = 'http://hooks.example:8080';

/** An action file with one webhook for each pair of id and path. */
function action(
  name: string,
  event: string,
  hooks: Record<string, string>,
  more: Record<string, string> = {},
): string {
  const lines = Object.entries(hooks).map(
    ([id, path]) =>
      `  - id: ${id}\n    type: webhook\n${
        more[id] ?? ''
      }    properties:\n      url: "${
        path.startsWith('http') ? path : HOST + path
      }"\n`,
  );
  return `name: ${name}\non:\n  ${event}:\nhooks:\n${lines.join('')}`;
}

async function gated(replay: LakeFsReplay, name: string, text: string) {
  await replay.repository(name, { 'a.txt': '1', [FILE]: text });
  replay.branch(name, 'dev');
  replay.put(name, 'dev', { 'dev.txt': 'd' });
  await replay.commit(name, 'dev', 'c');
}

const check = (path: string) =>
  action('contract check', 'pre-merge', { check: path });

const OK = `name: contract check
on:
  pre-merge:
    branches:
      - main
hooks:
  - id: schema_check
    type: webhook
    properties:
      url: "${HOST}/ok"
      timeout: "5s"
      headers:
        X-Hook-Token: "{{ ENV.LAKEFSACTION_HOOK_TOKEN }}"
        X-Source: lakefs
      query_params:
        dataset: orders
`;

const PRE_COMMIT = `name: commit check
on:
  pre-commit:
    branches:
      - dev
hooks:
  - id: lint
    type: webhook
    properties:
      url: "${HOST}/reject"
`;

async function setUp(replay: LakeFsReplay): Promise<void> {
  await replay.repository('hk-none');
  await replay.repository('hk-ok0');
  const gates: Record<string, string> = {
    'hk-ok': OK,
    'hk-reject': action('contract check', 'pre-merge', {
      first_ok: '/ok',
      schema_check: '/reject',
      after_it: '/ok',
    }),
    'hk-html': check('/html'),
    'hk-bad': check('/html502'),
    'hk-nocont': check('/empty204'),
    'hk-reset': check('/reset'),
    'hk-lost': check('/gone'),
    'hk-dead': check('http://hooks.example:8081/x'),
    'hk-env': `${check(
      '/ok',
    )}      headers:\n        X: "{{ ENV.LAKEFSACTION_NOT_SET }}"\n`,
    'hk-where': check('/reject'),
    'hk-post': action('tell others', 'post-merge', { tell: '/reject' }),
    'hk-if': action(
      'conditions',
      'pre-merge',
      { first: '/reject', on_failure: '/ok', always_last: '/ok' },
      {
        on_failure: '    if: failure()\n',
        always_last: '    if: success() || failure()\n',
      },
    ),
  };
  for (const [name, text] of Object.entries(gates)) {
    await gated(replay, name, text);
  }
  await replay.repository('hk-del', { 'a.txt': '1' });
  replay.branch('hk-del', 'dev');
  const guard = action('guard', 'pre-create-branch', { guard: '/reject' });
  replay.put('hk-del', 'main', {
    [FILE]: guard.replace(
      'pre-create-branch:',
      'pre-create-branch:\n  pre-delete-branch:',
    ),
  });
  await replay.commit('hk-del', 'main', 'guard');
  const repository = replay.server.repository('hk-del');
  repository.makeBranch('dev', repository.branch('main').commitId);
  replay.clock.advance(10_000);
}

async function preCommit(replay: LakeFsReplay): Promise<void> {
  await replay.repository('hk-commit', { 'a.txt': '1', [FILE]: PRE_COMMIT });
  replay.branch('hk-commit', 'dev');
  replay.branch('hk-commit', 'other');
  replay.put('hk-commit', 'dev', { 'b.txt': 'b' });
  replay.clock.advance(10_000);
}

const LIVE = 'needs a hook that is still running: see hooksInTime.test.ts';
const NO_LUA = 'the sandbox runs no Lua';
const ALL_EVENTS = 'events and their order: see hooksInTime.test.ts';

/** Exchanges from one place to another, left out. */
const from = (first: number, last: number, why: string) =>
  Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, at) => [`${first + at}`, why]),
  );

replayLakeFs({
  topic: 'hooks',
  options: {
    webhookHosts: { 'hooks.example': hookServer },
    environment: { LAKEFSACTION_HOOK_TOKEN: 'secret' },
  },
  setUp,
  before: {
    'action file, unknown event: commit': replay => replay.clock.advance(8_000),
    '28': replay => {
      const repository = replay.server.repository('hk-reject');
      repository.putPull({
        id: '4oouue1ksducunst33qg',
        title: 'p',
        description: '',
        status: 'open',
        author: 'admin',
        createdAt: replay.clock.now(),
        source: 'dev',
        destination: 'main',
      });
    },
    'pre-commit, webhook answers 400': preCommit,
    '88': async replay => {
      replay.put('hk-commit', 'other', { 'z.txt': 'z' });
    },
    '91': async replay => {
      const { server } = replay;
      const repository = server.repository('hk-where');
      const branch = repository.branch('dev');
      repository.putBranch({
        ...branch,
        staged: branch.staged.set({ path: FILE }),
      });
      await replay.commit('hk-where', 'dev', 'without the gate');
    },
    '99': replay => replay.settled(),
  },
  excluded: {
    ...from(30, 44, LIVE),
    ...from(55, 59, 'a redirect: see WebhookClient.test.ts'),
    ...from(89, 90, 'the file is deleted beside the recording'),
    ...from(92, 97, ALL_EVENTS),
    ...from(112, 116, NO_LUA),
  },
  statusOnly: {
    '4': 'the address in the file was replaced, and with it its length',
    '8': 'the address in the file was replaced, and with it its length',
    '14': 'how many commits went before is not recorded',
    '88': 'how many commits went before is not recorded',
  },
});
