import { TestLake } from '../testing/TestLake';
import { EVENTS } from './events';
import { WebhookAnswer, WebhookRequest } from './WebhookClient';

const FILE = '_lakefs_actions/gate.yaml';

const file = (events: readonly string[]) =>
  `name: gate\non:\n${events
    .map(event => `  ${event}:\n`)
    .join(
      '',
    )}hooks:\n  - id: hook\n    type: webhook\n    properties:\n      url: http://hooks/x\n`;

describe('hooks, while they run', () => {
  let lake: TestLake;
  const calls: any[] = [];
  let answers: ((answer: WebhookAnswer) => void)[] = [];
  let slow = false;

  const hook = ({ body }: WebhookRequest) => {
    calls.push(JSON.parse(body));
    return slow
      ? new Promise<WebhookAnswer>(resolve => answers.push(resolve))
      : { status: 200 };
  };

  beforeEach(async () => {
    calls.splice(0);
    answers = [];
    slow = false;
    lake = await new TestLake().start({ webhookHosts: { hooks: hook } });
  });
  afterEach(() => lake.stop());

  /** Waits until as many hooks wait for their answer. */
  async function waiting(count: number): Promise<void> {
    while (answers.length < count) {
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  }

  async function gated(events: readonly string[]): Promise<void> {
    await lake.write('main', { [FILE]: file(events) }, 'gate');
    await lake.branch('dev');
    await lake.write('dev', { d: 'd' }, 'd');
    lake.clock.advance(10_000);
    await lake.server.hooks.settled();
    calls.splice(0);
  }

  it('lets others write and merge meanwhile, and asks again when the branch has moved', async () => {
    await gated(['pre-merge']);
    await lake.branch('dev2');
    await lake.write('dev2', { e: 'e' }, 'e');
    slow = true;
    const first = lake.of('POST', '/refs/dev/merge/main', {});
    await waiting(1);
    expect((await lake.of('GET', '/actions/runs')).body.results).toEqual([]);
    await lake.put('main', { w: 'w' });
    slow = false;
    // What lies uncommitted on main by now blocks another merge, and not the one that waits.
    expect((await lake.of('POST', '/refs/dev2/merge/main', {})).status).toBe(
      400,
    );
    await lake.of('PUT', '/branches/main', { type: 'reset' });
    expect((await lake.of('POST', '/refs/dev2/merge/main', {})).status).toBe(
      200,
    );
    answers[0]({ status: 200 });
    expect((await first).status).toBe(200);
    expect(calls.map(({ merge_source: source }) => source)).toEqual([
      'dev',
      'dev2',
      'dev',
    ]);
    const { body } = await lake.of('GET', '/refs/main/objects/ls');
    expect(body.results.map(({ path }: any) => path)).toEqual([
      FILE,
      'a.txt',
      'd',
      'e',
    ]);
  });

  it('leaves a merge undone whose client has given up, with a failed run', async () => {
    await gated(['pre-merge']);
    const head = await lake.head('main');
    slow = true;
    const abort = new AbortController();
    const merge = lake.of('POST', '/refs/dev/merge/main', {}, abort.signal);
    await waiting(1);
    abort.abort();
    await expect(merge).rejects.toThrow();
    let runs: any[] = [];
    while (runs.length === 0) runs = await lake.runs();
    expect(runs).toMatchObject([{ event_type: 'pre-merge', status: 'failed' }]);
    expect(await lake.head('main')).toBe(head);
  });

  it('remembers action files for some seconds by the name of the branch', async () => {
    await gated(['pre-commit']);
    await lake.write('dev', { one: '1' }, 'one');
    await lake.of('DELETE', `/branches/dev/objects?path=${FILE}`);
    await lake.write('dev', { two: '2' }, 'still checked');
    expect(calls).toHaveLength(2);
    lake.clock.advance(8_000);
    await lake.write('dev', { three: '3' }, 'not checked any more');
    expect(calls).toHaveLength(2);
  });

  it('tells of every event', async () => {
    await gated(EVENTS);
    await lake.branch('exp');
    await lake.write('exp', { x: 'x' }, 'x');
    const picked = await lake.head('exp');
    await lake.of('POST', '/refs/exp/merge/main', { message: 'm' });
    await lake.of('POST', '/branches/main/revert', {
      ref: 'main',
      parent_number: 1,
    });
    await lake.of('POST', '/branches/dev/cherry-pick', { ref: picked });
    await lake.of('POST', '/tags', { id: 'v1', ref: 'main' });
    await lake.of('DELETE', '/tags/v1');
    await lake.of('DELETE', '/branches/exp');
    await lake.server.hooks.settled();
    const told = new Set(calls.map(({ event_type: event }) => event));
    expect([...told].sort()).toEqual([...EVENTS].sort());
    const pre = calls.find(({ event_type: event }) => event === 'pre-commit');
    expect(pre).toMatchObject({ branch_id: 'exp', source_ref: 'exp' });
    expect(pre).not.toHaveProperty('commit_id');
    const merged = calls.find(({ event_type: event }) => event === 'pre-merge');
    expect(merged).toMatchObject({
      source_ref: picked,
      merge_source: 'exp',
      commit_metadata: { '.lakefs.merge.strategy': 'default' },
    });
    const tag = calls.find(
      ({ event_type: event }) => event === 'pre-create-tag',
    );
    expect(tag).toMatchObject({ tag_id: 'v1' });
    const { body } = await lake.of('GET', `/actions/runs?commit=${picked}`);
    expect(body.results.map((run: any) => run.event_type)).toEqual(
      expect.arrayContaining(['pre-commit', 'post-commit']),
    );
  });

  it('says of hooks that the sandbox does not run that it does not', async () => {
    const lua = file(['pre-merge']).replace('type: webhook', 'type: lua');
    await lake.write('main', { [FILE]: lua }, 'lua');
    await lake.branch('dev');
    await lake.write('dev', { d: 'd' }, 'd');
    const { status, body } = await lake.of('POST', '/refs/dev/merge/main', {});
    expect(status).toBe(412);
    expect(body.message).toContain('the sandbox runs webhooks only, not lua');
  });
});
