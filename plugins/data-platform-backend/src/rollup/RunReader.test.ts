import { Run } from '@millrace/backstage-plugin-data-platform-common';
import { FakeEntities, FakeHistory } from '../http/__testUtils__/fakes';
import { FakeIndex } from '../http/__testUtils__/FakeIndex';
import { at, resource, verdict } from '../http/__testUtils__/rows';
import { RunRecord } from '../history/types';
import { IndexedResource } from '../store/types';
import { RunReader } from './RunReader';

const ENTITY = 'component:default/orders';
const OWNER = 'group:default/sales-team';

const kept = (id: string, time: string, more: Partial<Run> = {}): Run => ({
  id,
  source: 'eu-1',
  group: 'sparkoperator.k8s.io',
  kind: 'SparkApplication',
  namespace: 'sales',
  name: id,
  uid: `uid-${id}`,
  attempt: '1',
  entityRef: ENTITY,
  startedAt: at(time),
  outcome: 'succeeded',
  assessment: { health: 'healthy', reason: 'Succeeded', message: 'kept' },
  live: false,
  ...more,
});

const podSummary = (name: string) => ({
  name,
  role: 'driver',
  phase: 'Succeeded' as const,
});

describe('RunReader', () => {
  let index: FakeIndex;
  let history: FakeHistory;
  let reader: RunReader;

  const runOf = ({ row, assessment }: IndexedResource): RunRecord | undefined =>
    row.startedAt
      ? {
          ...kept(row.name, '00:00'),
          startedAt: row.startedAt,
          outcome: assessment.outcome,
          assessment,
        }
      : undefined;
  const live = (name: string, startedAt?: string, message = 'live') =>
    resource(
      {
        name,
        entityRef: ENTITY,
        ownerRef: OWNER,
        ...(startedAt && { startedAt: at(startedAt) }),
      },
      { health: 'progressing', message },
    );
  const page = (query: Partial<Parameters<RunReader['page']>[0]> = {}) =>
    reader.page({ entityRef: ENTITY, limit: 10, ...query }, () => true);
  const names = (runs: readonly Run[]) => runs.map(({ name }) => name);

  beforeEach(() => {
    index = new FakeIndex();
    history = new FakeHistory();
    const entities = new FakeEntities([
      { entityRef: ENTITY, type: 'spark-job', ownerRef: OWNER },
    ]);
    reader = new RunReader({ index, history, entities, runOf });
  });

  it('tells each run once, the live word before the recorded one, newest first', async () => {
    history.runs = [kept('b', '08:30'), kept('a', '08:00')];
    index.put(live('b', '08:30'), live('c', '08:45'));
    const { items } = await page();
    expect(names(items)).toEqual(['c', 'b', 'a']);
    expect(items.map(({ live: is }) => is)).toEqual([true, true, false]);
    expect(items[1].assessment.message).toBe('live');
    expect(items[1].resourceId).toBe('id-b');
    expect(JSON.stringify(items)).not.toContain('evidence');
  });

  it('shows a run that has no attempt yet', async () => {
    index.put(live('new'));
    const [run] = (await page()).items;
    expect(run).toMatchObject({
      name: 'new',
      attempt: '',
      submittedAt: at('08:00'),
      live: true,
    });
    expect(
      await reader.get(
        run.id,
        () => true,
        () => true,
      ),
    ).toMatchObject({
      name: 'new',
      changes: [],
    });
  });

  it('pages without losing runs that began at one time', async () => {
    history.runs = [kept('c', '08:30'), kept('b', '08:00'), kept('a', '08:00')];
    const first = await page({ limit: 2 });
    expect(names(first.items)).toEqual(['c', 'a', 'b']);
    expect(first.nextBefore).toBe(at('08:00'));
    expect((await page({ limit: 10 })).nextBefore).toBeUndefined();
  });

  it('filters live runs as it filters recorded ones', async () => {
    index.put(live('running', '08:50'));
    history.runs = [kept('done', '08:00')];
    expect(names((await page({ outcome: 'running' })).items)).toEqual([
      'running',
    ]);
    expect(names((await page({ outcome: 'succeeded' })).items)).toEqual([
      'done',
    ]);
    expect(names((await page({ before: at('08:50') })).items)).toEqual([
      'done',
    ]);
  });

  it('judges recorded runs by the owner of their entity', async () => {
    history.runs = [
      kept('mine', '08:00'),
      kept('other', '08:10', { entityRef: 'component:default/x' }),
    ];
    const owned = await reader.page(
      { limit: 10 },
      row => row.ownerRef === OWNER,
    );
    expect(names(owned.items)).toEqual(['mine']);
  });

  it('gives one run, live where it lives, and none to who may not see it', async () => {
    const detail = {
      ...kept('b', '08:30'),
      assessment: verdict({}),
      changes: [],
    };
    const pods = [podSummary('b-driver'), podSummary('b-exec-1')];
    history.details.set('b', { ...detail, pods, logTail: 'boom' });
    expect(
      await reader.get(
        'b',
        () => true,
        () => true,
      ),
    ).toMatchObject({
      live: false,
      logTail: 'boom',
    });
    index.put(live('b', '08:30'));
    expect(
      await reader.get(
        'b',
        () => true,
        () => true,
      ),
    ).toMatchObject({
      live: true,
      logTail: 'boom',
      assessment: { message: 'live', evidence: [] },
      // The index never saw them: they were gone when the portal started.
      pods: pods.map(pod => ({ ...pod, gone: true })),
    });
    expect(
      await reader.get(
        'b',
        () => false,
        () => true,
      ),
    ).toBeUndefined();
    expect(
      await reader.get(
        'nothing',
        () => true,
        () => true,
      ),
    ).toBeUndefined();
  });

  it('quotes the cause from the kept log, for those who may read logs', async () => {
    const failed = kept('b', '08:30');
    history.details.set('b', {
      ...failed,
      assessment: verdict({}),
      changes: [],
      logTail: 'Traceback (most recent call last):\nValueError: no rows\n',
      logTailTruncated: true,
    });
    const all = () => true;
    const quote = { kind: 'log', message: 'ValueError: no rows' };
    expect(await reader.get('b', all, all)).toMatchObject({
      logTailTruncated: true,
      assessment: { evidence: [quote] },
    });
    index.put(live('b', '08:30'));
    expect(await reader.get('b', all, all)).toMatchObject({
      assessment: { message: 'live', evidence: [quote] },
    });
    const hidden = await reader.get('b', all, () => false);
    expect(JSON.stringify(hidden)).not.toContain('no rows');
    expect(hidden).toMatchObject({
      logTailMissing: expect.stringContaining('data-platform.log.read'),
    });
  });
});
