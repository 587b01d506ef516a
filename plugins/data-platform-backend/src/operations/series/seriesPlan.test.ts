import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import fc from 'fast-check';
import { dateArgumentProblem, withDateArgument } from '../jobs/dateArgument';
import { backfillRequest, SeriesScene } from '../__testUtils__/SeriesScene';
import { MOST_RUNS, seriesDates, seriesDateText } from './seriesDates';
import { seriesRunName } from './seriesRun';

const texts = (
  from: string,
  to: string,
  every: 'hour' | 'day' | 'week' | 'month',
) => seriesDates(from, to, every).map(date => seriesDateText(date, every));

describe('seriesDates', () => {
  it.each([
    [
      '2026-01-30',
      '2026-02-02',
      'day',
      ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02'],
    ],
    [
      '2026-01-01',
      '2026-01-15',
      'week',
      ['2026-01-01', '2026-01-08', '2026-01-15'],
    ],
    [
      '2026-01-31',
      '2026-04-30',
      'month',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    [
      '2026-01-01T22:00:00Z',
      '2026-01-02T00:00:00Z',
      'hour',
      ['2026-01-01T22:00:00Z', '2026-01-01T23:00:00Z', '2026-01-02T00:00:00Z'],
    ],
    ['2026-01-02', '2026-01-01', 'day', []],
    ['2026-01-01', '2026-01-01', 'day', ['2026-01-01']],
  ] as const)('%s to %s by %s', (from, to, every, expected) => {
    expect(texts(from, to, every)).toEqual(expected);
  });

  it('gives a day all of its hours, at both ends', () => {
    expect(texts('2026-01-01', '2026-01-01', 'hour')).toHaveLength(24);
  });

  it('never gives more than one too many, in order, each once', () => {
    const day = fc
      .date({
        min: new Date('2000-01-01'),
        max: new Date('2060-01-01'),
        noInvalidDate: true,
      })
      .map(date => date.toISOString().slice(0, 10));
    const stride = fc.constantFrom('hour', 'day', 'week', 'month' as const);
    fc.assert(
      fc.property(day, day, stride, (from, to, every) => {
        const dates = texts(from, to, every as 'day');
        expect(dates.length).toBeLessThanOrEqual(MOST_RUNS + 1);
        expect([...new Set(dates)].sort()).toEqual(dates);
        const first = from > to ? undefined : from;
        expect(dates[0]?.slice(0, 10)).toBe(first);
      }),
    );
  });
});

describe('seriesRunName', () => {
  it.each([
    ['orders-daily', '2026-01-02', /^orders-daily-20260102-[0-9a-f]{6}$/],
    [
      'orders',
      '2026-01-02T03:00:00Z',
      /^orders-2026010203-|^orders-20260102t03-[0-9a-f]{6}$/,
    ],
    ['a'.repeat(60), '2026-01-02', /^a{28}-20260102-[0-9a-f]{6}$/],
  ])('%s for %s', (job, date, name) => {
    expect(seriesRunName(job, date, 'op-1')).toMatch(name);
  });

  it('is the same for the same, and another for another series', () => {
    const name = (id: string) => seriesRunName('a', '2026-01-02', id);
    expect(name('op-1')).toBe(name('op-1'));
    expect(name('op-1')).not.toBe(name('op-2'));
  });
});

describe('withDateArgument', () => {
  const date = new Date('2026-01-02T03:00:00Z');
  it.each([
    [['a'], '--date={date}', ['a', '--date=2026-01-02']],
    [['--date=2025-01-01', 'a'], '--date={date}', ['--date=2026-01-02', 'a']],
    [
      ['--at', 'x', 'a'],
      '--at {datetime}',
      ['--at', '2026-01-02T03:00:00Z', 'a'],
    ],
    [['a'], '--at {date}', ['a', '--at', '2026-01-02']],
    [['a', '2025-01-01'], '{date}', ['a', '2026-01-02']],
    [['a'], '{datetime}', ['a', '2026-01-02T03:00:00Z']],
    [[], 'p={date}/{datetime}', ['p=2026-01-02/2026-01-02T03:00:00Z']],
  ])('%j with %s', (args, pattern, expected) => {
    expect(withDateArgument(args, pattern, date)).toEqual(expected);
  });

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 12 }), { maxLength: 5 }),
        fc.constantFrom('--date={date}', '--date {date}', '{date}'),
        (args, pattern) => {
          const once = withDateArgument(args, pattern, date);
          expect(withDateArgument(once, pattern, date)).toEqual(once);
        },
      ),
    );
  });

  it('says what is wrong with a pattern', () => {
    expect(dateArgumentProblem('--date={date}')).toBeUndefined();
    expect(dateArgumentProblem('--date')).toMatch(/no place for the date/);
    expect(dateArgumentProblem('a b {date}')).toMatch(/one argument/);
  });
});

describe('the plan of a back-fill', () => {
  let scene: SeriesScene;
  beforeAll(async () => {
    scene = await SeriesScene.create();
  });
  beforeEach(() => {
    scene.platform.cluster.calls.length = 0;
    scene.platform.cluster.refuse = () => undefined;
  });
  afterAll(() => scene.platform.close());

  const plan = (input: Record<string, unknown>) =>
    scene.platform.start().plan(backfillRequest(input));

  it('names every run, shows the first, and asks the cluster about it alone', async () => {
    const planned = await plan({});
    expect(planned).toMatchObject({
      ok: true,
      title:
        'Back-fill orders-daily from 2026-01-01 to 2026-01-05: 5 runs, one each day',
      steps: [
        { id: 'run-2026-01-01', verb: 'create', source: 'eu-1' },
        {},
        {},
        {},
        { id: 'run-2026-01-05' },
      ],
    });
    expect(planned.steps[0].manifest).toContain('--date=2026-01-01');
    expect(planned.steps[1].manifest).toBeUndefined();
    const asked = scene.platform.cluster.calls.filter(
      ({ method, dryRun }) => method === 'POST' && dryRun,
    );
    expect(asked).toHaveLength(1);
  });

  it.each<[Record<string, unknown>, string, RegExp]>([
    [{ to: '2025-12-31' }, 'to', /ends \(2025-12-31\) before it begins/],
    [{ to: '2027-12-31' }, 'to', /more than 366 runs/],
    [{ to: '2026-02-30' }, 'to', /There is no such date/],
    [{ from: 'yesterday' }, 'from', /Give a date as 2026-01-02/],
    [{ dateArgument: undefined }, 'dateArgument', /not known which argument/],
    [{ dateArgument: '--date' }, 'dateArgument', /no place for the date/],
    [{ parallel: 11 }, 'parallel', /At most 10/],
    [
      { arguments: ['--db-password=hunter2'] },
      'arguments',
      /secret in clear text/,
    ],
    [{ executor: { memory: 'lots' } }, 'executor.memory', /512m or 4g/],
    [{ executor: { cores: 100 } }, 'executor', /CPU/],
  ])('refuses %j at its field', async (input, field, message) => {
    const planned = await plan(input);
    expect(planned.ok).toBe(false);
    expect(planned.findings).toContainEqual<Partial<Finding>>(
      expect.objectContaining({
        level: 'error',
        field,
        message: expect.stringMatching(message),
      }),
    );
    expect(JSON.stringify(planned)).not.toContain('hunter2');
  });

  it('warns where the quota has room for fewer at a time, and is no refusal', async () => {
    const planned = await plan({ parallel: 10, executor: { cores: 4 } });
    expect(planned.ok).toBe(true);
    expect(planned.findings).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        field: 'parallel',
        message: expect.stringMatching(
          /has room for 1 such run at a time now, and 10 are wanted/,
        ),
      }),
    );
  });

  it.each([
    ['exceeded quota: domain, used: 60, limited: 60', true],
    ['User "x" cannot create resource "sparkapplications"', false],
  ])('a refusal of the dry run: %s', async (message, ok) => {
    scene.platform.cluster.refuse = ({ method }) =>
      method === 'POST' ? { code: 403, message } : undefined;
    expect((await plan({})).ok).toBe(ok);
  });

  it('takes the argument that the job names', async () => {
    const job = await scene.platform.entities.get(
      'component:default/orders-daily',
    );
    await scene.platform.entities.put(
      {
        ...job!,
        metadata: {
          ...job!.metadata,
          annotations: { 'millrace.dev/date-argument': '--day={date}' },
        },
      },
      'test',
    );
    const planned = await plan({ dateArgument: undefined });
    expect(planned.steps[0].manifest).toContain('--day=2026-01-01');
  });
});
