import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Fault } from './__testUtils__/FaultyProxy';
import { LakefsWorld, OWN_REPO } from './__testUtils__/LakefsWorld';

const ENTITY = `resource:default/${OWN_REPO}`;
const AT = `/v1/lakefs/repositories/lake/${OWN_REPO}`;
const LONG = 'x'.repeat(300);

// A sandbox and two plugins, on a busy machine.
jest.setTimeout(60_000);

describe('what goes wrong on lakeFS', () => {
  let world: LakefsWorld;
  let hook: Server;
  /** Branches that have the check. */
  const gated = new Set<string>();
  /** What the check answers; undefined: nothing, ever. */
  let verdict: { status: number; body: string } | undefined;

  beforeAll(async () => {
    world = await LakefsWorld.start();
    hook = createServer((_req, res) => {
      if (verdict) {
        res.writeHead(verdict.status, { 'Content-Type': 'text/html' });
        res.end(verdict.body);
      }
    });
    await new Promise<void>(done => hook.listen(0, '127.0.0.1', () => done()));
  }, 120_000);
  afterAll(async () => {
    hook?.closeAllConnections();
    hook?.close();
    await world?.stop();
  });

  const get = (path: string) => world.call('owner', 'get', path);
  const start = (operation: string, input: object) =>
    world.call('owner', 'post', '/v1/operations', {
      ...{ operation, input, entityRef: ENTITY },
    });
  const run = async (operation: string, input: object) => {
    const { body } = await start(operation, input);
    return (await get(`/v1/operations/${body.id}?wait=20`)).body;
  };
  const head = async (branch: string) => {
    const answer = await world.lake.api(
      'GET',
      `repositories/${OWN_REPO}/branches/${branch}`,
    );
    return (answer as { commit_id: string }).commit_id;
  };
  const branches = async () =>
    (await get(`/v1/lakefs/branches?repository=${OWN_REPO}`)).body;

  it.each([
    ['a slash', 'feature/x'],
    ['a dot', 'v1.0'],
    ['letters that are not ASCII', 'prüfung'],
    ['300 characters', LONG],
    ['a dash at the beginning', '-x'],
  ])('makes no branch whose name has %s', async (_, name) => {
    const before = (await branches()).total;
    const { status, body } = await start('lakefs:branch-create', { name });
    expect(status).toBe(422);
    expect(body.error.findings[0].field).toBe('name');
    expect(body.error.message).toMatch(/allow|at most/);
    expect((await branches()).total).toBe(before);
  });

  it('shows a branch of 300 characters that was made elsewhere', async () => {
    await world.lake.branch(OWN_REPO, LONG);
    await world.nudge(OWN_REPO);
    await world.until(
      async () =>
        (await get(`/v1/lakefs/branches?name=${LONG}`)).body.total === 1,
    );
    const { status } = await get(`${AT}/diff?left=main&right=${LONG}`);
    expect(status).toBe(200);
  });

  it.each([
    ['commits?ref=vanished', 404, /not there any more/],
    ['diff?left=main&right=vanished', 404, /not there any more/],
    ['uncommitted?branch=vanished', 404, /not there any more/],
    ['preview?ref=main&path=vanished.csv', 404, /not there any more/],
    ['checks/vanished', 404, /not there any more/],
    ['diff?left=main&right=feature%2Fx', 400, /no branch, tag or commit/],
    ['diff?left=main', 400, /right/],
    ['conflicts?source=main&destination=main', 400, /the same/],
    ['commits?ref=main&colour=red', 400, /no parameter colour/],
    ['objects?ref=main&limit=0', 400, /limit/],
  ])('answers %s with %i and a sentence', async (path, status, sentence) => {
    const answer = await get(`${AT}/${path}`);
    expect([path, answer.status]).toEqual([path, status]);
    expect(answer.body.error.message).toMatch(sentence);
  });

  it('does one of two merges into a branch at once, and says who does it', async () => {
    await withHook(undefined);
    const [one, two] = await Promise.all(
      ['done', 'second'].map(async source =>
        start('lakefs:merge', { source, destination: 'main' }),
      ),
    );
    const [first, refused] = one.status === 202 ? [one, two] : [two, one];
    expect([first.status, refused.status]).toEqual([202, 409]);
    expect(refused.body.error.message).toMatch(/user:default\/owner/);
    const ended = await get(`/v1/operations/${first.body.id}?wait=20`);
    // The check of the first never answers.
    expect(ended.body.state).toBe('failed');
  });

  it.each([
    ['says no', { status: 400, body: '{"error":"3 rows without a price"}' }],
    ['answers a page', { status: 500, body: '<html>Oops</html>' }],
    ['never answers', undefined],
  ])('merges nothing when a check %s', async (_, answer) => {
    await withHook(answer);
    const before = await head('main');
    const ended = await run('lakefs:merge', {
      ...{ source: 'done', destination: 'main' },
    });
    expect(ended.state).toBe('failed');
    expect(ended.error).toMatch(/check/);
    expect(ended.error).not.toMatch(/<html>/);
    expect(await head('main')).toBe(before);
    const { body } = await get(`${AT}/checks?limit=1`);
    expect(body.items[0]).toMatchObject({
      event: 'pre-merge',
      status: 'failed',
    });
    const detail = await get(`${AT}/checks/${body.items[0].id}`);
    expect(detail.body.hooks[0]).toMatchObject({
      hook: 'gate',
      status: 'failed',
    });
  });

  it.each([
    ['refused-key', 502, /refuses the portal's key/],
    ['web-page', 503, /may not be a lakeFS server/],
    ['no-json', 503, /no JSON/],
  ] as [Fault, number, RegExp][])(
    'tells a reader of a server in trouble: %s',
    async (fault, status, sentence) => {
      world.proxy.fault = fault;
      const answer = await get(`${AT}/commits?ref=main`);
      world.proxy.fault = undefined;
      expect([fault, answer.status]).toEqual([fault, status]);
      expect(answer.body.error.message).toMatch(sentence);
      expect(answer.text).not.toMatch(/<script>|authenticating/);
    },
  );

  it('keeps every branch when its key is refused, marked, and says whose matter it is', async () => {
    const { total } = await branches();
    world.proxy.fault = 'refused-key';
    // A place that is not known: everything is asked for again.
    await world.nudge('unheard-of');
    await world.until(async () => {
      const { body } = await get('/v1/sources');
      return body.items[0].state !== 'connected';
    });
    const { body } = await get('/v1/sources');
    expect(body.items[0].message).toMatch(/refuses the portal's key/);
    const page = await branches();
    expect(page.total).toBe(total);
    expect(page.items[0].resource.stale.message).toMatch(
      /Showing the state of/,
    );
    world.proxy.fault = undefined;
    await world.nudge('unheard-of');
    await world.until(async () => !(await branches()).items[0].resource.stale);
    expect((await branches()).total).toBe(total);
  });

  it('says so when the whole repository is deleted meanwhile', async () => {
    await world.lake.api('DELETE', `repositories/${OWN_REPO}`);
    const read = await get(`${AT}/commits?ref=main`);
    expect([read.status, read.body.error.message]).toEqual([
      404,
      expect.stringContaining('not there any more'),
    ]);
    const plan = await start('lakefs:commit', {
      branch: 'spare',
      message: 'x',
    });
    expect(plan.status).toBeGreaterThanOrEqual(400);
    expect(plan.body.error.message).toMatch(/\w+ .*\w/);
    await world.nudge('unheard-of');
    await world.until(async () => (await branches()).total === 0);
  });

  /** Puts a check before merges into main that answers so. Actions are read from the branch that is merged. */
  async function withHook(answer: typeof verdict): Promise<void> {
    verdict = answer;
    const { port } = hook.address() as AddressInfo;
    for (const branch of ['done', 'second']) {
      if (gated.has(branch)) continue;
      gated.add(branch);
      if (branch === 'second') {
        await world.lake.branch(OWN_REPO, branch);
        await world.lake.put(OWN_REPO, branch, 'second.txt', '2');
      }
      await world.lake.put(
        OWN_REPO,
        branch,
        '_lakefs_actions/gate.yaml',
        [
          'name: gate',
          'on: { pre-merge: { branches: [main] } }',
          'hooks:',
          '  - id: gate',
          '    type: webhook',
          `    properties: { url: "http://127.0.0.1:${port}/", timeout: 1s }`,
        ].join('\n'),
      );
      await world.lake.commit(OWN_REPO, branch);
      await world.nudge(OWN_REPO);
    }
  }
});
