import {
  actionContext,
  FakePlatform,
  operation,
  plan,
} from '../__testUtils__/FakePlatform';
import { createActions } from '../module';

const LAKE = 'resource:default/sales-lake';
const JOB = 'component:default/orders-daily';
const ON = { source: 'lakefs', repository: 'sales-lake', branch: 'fix' };
const AT = '/v1/lakefs/repositories/lakefs/sales-lake';
const PAGE =
  'https://portal.example.com/catalog/default/resource/sales-lake/branches?branch=fix';

const ok = (body: unknown) => ({ status: 200, body });
const refusal = (message: string, status = 422) => ({
  status,
  body: { error: { name: 'OperationRefusedError', message } },
});
const run = (more: object = {}) => ({
  id: 'run-7',
  name: 'orders-daily-x',
  source: 'eu-1',
  namespace: 'sales',
  assessment: { health: 'progressing', reason: 'Running', message: 'It runs.' },
  ...more,
});
const ended = (outcome: string, message: string) =>
  run({
    outcome,
    assessment: { health: 'healthy', reason: outcome, message },
  });

describe('template actions of data branches', () => {
  let platform: FakePlatform;
  const done = (output: Record<string, unknown>, more: object = {}) => {
    platform.polls = [
      ok(operation({ state: 'done', steps: [], output, ...more })),
    ];
  };
  beforeEach(() => {
    platform = new FakePlatform();
    done({});
  });

  const act = async (
    id: string,
    input: Record<string, unknown>,
    more?: Parameters<typeof actionContext>[1],
  ) => {
    const services = {
      ...platform.services(),
      portalUrl: 'https://portal.example.com',
    };
    const action = createActions(services).find(
      each => each.id === `data-platform:${id}`,
    )!;
    const context = actionContext(input, more);
    await (action.handler as any)(context.ctx);
    return context;
  };
  const started = () =>
    platform.asked.find(({ path }) => path === '/v1/operations')?.body;

  describe('lakefs:branch-create', () => {
    const input = { entityRef: LAKE, name: 'fix', purpose: '', days: 7 };

    it('starts the operation on the repository and passes the branch on', async () => {
      done({ source: 'lakefs', repository: 'sales-lake', branch: 'fix' });
      const { outputs } = await act('lakefs:branch-create', input);
      expect(started()).toEqual({
        operation: 'lakefs:branch-create',
        entityRef: LAKE,
        input: { name: 'fix', days: 7 },
        idempotencyKey: 'scaffolder/task-1/step-1',
      });
      expect(outputs).toEqual({
        entityRef: LAKE,
        ...ON,
        operationId: 'op-1',
        link: `${PAGE}&view=overview`,
      });
    });

    it('passes something on in a dry run as well, so that later steps can be checked', async () => {
      const { outputs } = await act('lakefs:branch-create', input, {
        isDryRun: true,
      });
      expect(started()).toBeUndefined();
      expect(outputs).toMatchObject({ branch: 'fix', source: 'dry-run' });
    });
  });

  describe('spark-job:run on a branch', () => {
    const input = {
      entityRef: JOB,
      branch: ON,
      arguments: ['{{branch.uri}}'],
      repositoryRef: LAKE,
      wait: true,
    };
    beforeEach(() =>
      done({ name: 'orders-daily-x', source: 'eu-1', namespace: 'sales' }),
    );

    it('waits for the verdict and says each that it sees once', async () => {
      platform.answers.set('/v1/runs', [
        ok({ items: [] }),
        ok({ items: [run({ name: 'another' }), run()] }),
        ok({ items: [run()] }),
        ok({ items: [ended('succeeded', 'Succeeded in 3 min.')] }),
      ]);
      const { outputs, lines } = await act('spark-job:run', input);
      expect(started().input).toEqual({
        branch: ON,
        arguments: ['{{branch.uri}}'],
      });
      expect(outputs).toMatchObject({
        runId: 'run-7',
        outcome: 'succeeded',
        message: 'Succeeded in 3 min.',
        link: 'https://portal.example.com/catalog/default/component/orders-daily/runs?run=run-7',
      });
      expect(lines.filter(line => line.endsWith('It runs.'))).toHaveLength(1);
      expect(platform.waits).toEqual([5_000, 5_000, 5_000]);
    });

    it.each([
      ['failed', /Run orders-daily-x failed: No memory\. https:.*run=run-7/],
      ['cancelled', /was stopped/],
    ])('that %s ends the task, with what is left', async (outcome, said) => {
      platform.answers.set('/v1/runs', [
        ok({ items: [ended(outcome, 'No memory.')] }),
      ]);
      const failing = act('spark-job:run', input);
      await expect(failing).rejects.toThrow(said);
      await expect(failing).rejects.toThrow(
        `Branch fix of sales-lake is kept as it is: ${PAGE}&view=overview`,
      );
    });

    it('that takes too long goes on without the task', async () => {
      platform.answers.set('/v1/runs', [ok({ items: [run()] })]);
      await expect(
        act('spark-job:run', { ...input, waitMinutes: 1 }),
      ).rejects.toThrow(
        /has not ended within 1 min, and goes on without this task: https/,
      );
      expect(platform.waits.length).toBe(13);
    });

    it('goes on waiting while the operator tries again', async () => {
      const between = run({
        live: true,
        outcome: 'failed',
        assessment: {
          health: 'progressing',
          reason: 'Retrying',
          message: 'Attempt 1 of 2 failed; it starts again at 02:30.',
        },
      });
      platform.answers.set('/v1/runs', [
        ok({ items: [between] }),
        ok({ items: [ended('succeeded', 'Succeeded at last.')] }),
      ]);
      const { outputs } = await act('spark-job:run', input);
      expect(outputs.message).toBe('Succeeded at last.');
    });

    it('lives through reads that fail, and gives up on a portal that stays away', async () => {
      const away = new Error('connect ECONNREFUSED');
      platform.answers.set('/v1/runs', [
        away,
        away,
        ok({ items: [ended('succeeded', 'Fine.')] }),
      ]);
      expect((await act('spark-job:run', input)).outputs.outcome).toBe(
        'succeeded',
      );
      platform.answers.set('/v1/runs', [away]);
      await expect(act('spark-job:run', input)).rejects.toThrow(
        /ECONNREFUSED.*Branch fix/,
      );
    });

    it('that is refused leaves the branch, and says so', async () => {
      platform.start = refusal('Run was refused: branch: It is protected.');
      await expect(act('spark-job:run', input)).rejects.toThrow(
        /It is protected\. Branch fix of sales-lake is kept/,
      );
    });

    it('is not checked in a dry run: its branch is not there yet', async () => {
      await act('spark-job:run', input, { isDryRun: true });
      expect(platform.asked).toEqual([]);
    });
  });

  describe('lakefs:commit', () => {
    const input = { entityRef: LAKE, on: ON, message: 'By the run' };

    it('commits what lies there', async () => {
      platform.answers.set(`${AT}/uncommitted`, [ok({ groups: [], count: 1 })]);
      const { outputs } = await act('lakefs:commit', input);
      expect(started()).toMatchObject({
        operation: 'lakefs:commit',
        input: { branch: 'fix', message: 'By the run' },
      });
      expect(outputs).toEqual({ committed: true, operationId: 'op-1' });
    });

    it('says that the branch is kept where nobody knows what lies there', async () => {
      platform.answers.set(`${AT}/uncommitted`, [
        refusal('The server does not answer.', 503),
      ]);
      await expect(act('lakefs:commit', input)).rejects.toThrow(
        /does not answer\. Branch fix of sales-lake is kept/,
      );
    });

    it('goes on where nothing does', async () => {
      platform.answers.set(`${AT}/uncommitted`, [ok({ groups: [], count: 0 })]);
      const { outputs, lines } = await act('lakefs:commit', input);
      expect(started()).toBeUndefined();
      expect(outputs).toEqual({ committed: false });
      expect(lines[0]).toMatch(/^Nothing lies uncommitted on fix/);
    });

    it('finds its own commit again when the step is done once more', async () => {
      platform.answers.set(`${AT}/uncommitted`, [ok({ groups: [], count: 1 })]);
      await act('lakefs:commit', input);
      await act('lakefs:commit', input);
      const keys = platform.asked.flatMap(
        ({ body }) => body?.idempotencyKey ?? [],
      );
      expect(new Set(keys).size).toBe(1);
    });
  });

  it('lakefs:diff tells what differs, in the log and for the page', async () => {
    const group = {
      prefix: 'tables/orders/',
      counts: { added: 2, changed: 1 },
      objects: 3,
      addedBytes: 3_145_728,
      removedBytes: 0,
      more: false,
    };
    platform.answers.set(`${AT}/diff-groups`, [
      ok({ groups: [group], objects: 3, more: false }),
    ]);
    const input = { entityRef: LAKE, on: ON, destination: 'main' };
    const { outputs, lines } = await act('lakefs:diff', input);
    expect(platform.asked[0].query).toEqual({ left: 'main', right: 'fix' });
    expect(lines).toEqual([
      '3 objects differ in 1 table or folder.',
      'tables/orders/: 2 added, 1 changed; 3.0 MiB added or changed, 0 B removed',
    ]);
    expect(outputs).toEqual({
      link: `${PAGE}&view=diff`,
      objects: 3,
      summary: lines.map(line => `- ${line}`).join('\n'),
    });
  });

  describe('lakefs:merge', () => {
    const input = { entityRef: LAKE, on: ON, destination: 'main' };
    const needed = plan({
      ok: false,
      findings: [
        { level: 'error', code: 'ApprovalNeeded', message: 'Ask first.' },
      ],
      approval: { reason: 'x', approverRefs: [], state: 'needed' },
    });

    it('merges and says so', async () => {
      const { outputs } = await act('lakefs:merge', input);
      expect(started().input).toEqual({ source: 'fix', destination: 'main' });
      expect(outputs).toMatchObject({
        state: 'merged',
        text: 'Branch fix is merged into main.',
      });
    });

    it('leaves it for review', async () => {
      const { outputs } = await act('lakefs:merge', { ...input, review: true });
      expect(platform.asked).toEqual([]);
      expect(outputs).toMatchObject({
        state: 'review',
        text: 'Branch fix of sales-lake waits for review and is not merged.',
        link: `${PAGE}&view=diff`,
      });
    });

    it('asks for approval where it is needed, and ends', async () => {
      platform.start = refusal('Merge was refused: Ask first.');
      platform.plan = ok(needed);
      platform.answers.set('/v1/approvals', [
        ok({ id: 'a-1', approverRefs: ['group:default/sales-team'] }),
      ]);
      const { outputs } = await act('lakefs:merge', input);
      const asked = platform.asked.find(({ path }) => path === '/v1/approvals');
      expect(asked?.body.request).toEqual({
        operation: 'lakefs:merge',
        entityRef: LAKE,
        input: { source: 'fix', destination: 'main' },
      });
      expect(outputs).toMatchObject({
        state: 'asked',
        approvalId: 'a-1',
        text: 'The merge of fix into main needs approval. It was asked of sales-team; nothing is merged until then.',
      });
    });

    it('asks nobody to allow what would fail all the same', async () => {
      platform.start = refusal('Merge was refused: 3 objects conflict.');
      platform.plan = ok({
        ...needed,
        findings: [
          ...needed.findings,
          { level: 'error', message: '3 objects conflict.' },
        ],
      });
      await expect(act('lakefs:merge', input)).rejects.toThrow(
        /3 objects conflict\. Branch fix of sales-lake is kept as it is: https/,
      );
      expect(platform.asked.some(({ path }) => path === '/v1/approvals')).toBe(
        false,
      );
    });

    it('that a check refuses ends the task with its words', async () => {
      done(
        {},
        { state: 'failed', error: 'Check contract said: price is text.' },
      );
      await expect(act('lakefs:merge', input)).rejects.toThrow(
        /price is text\. Branch fix of sales-lake is kept/,
      );
    });

    it.each(['lakefs:merge', 'lakefs:commit', 'lakefs:diff'])(
      '%s does nothing in a dry run',
      async id => {
        await act(id, { ...input, message: 'x' }, { isDryRun: true });
        expect(platform.asked).toEqual([]);
      },
    );
  });
});
