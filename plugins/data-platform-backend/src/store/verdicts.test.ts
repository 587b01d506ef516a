import { event, pod, quota } from './__testUtils__/evidence';
import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';
import { toySchedule } from './__testUtils__/toyIntegration';

const POD = { type: 'pod', scope: 'toy' } as const;
const EVENT = { type: 'event', scope: 'warnings' } as const;

describe('verdicts', () => {
  it('are made from the object, its pods, its events and its quota', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders'));
    expect(harness.verdict('orders')).toBe('progressing/New');
    harness.evidence({
      ...EVENT,
      op: 'upsert',
      item: event({ kind: 'ToyRun', name: 'orders' }),
    });
    expect(harness.verdict('orders')).toBe('degraded/Warned');
    harness.evidence({
      ...POD,
      op: 'upsert',
      item: pod('p', { phase: 'Failed' }),
    });
    expect(harness.verdict('orders')).toBe('degraded/PodsFailed');
    harness.evidence({
      type: 'quota',
      scope: 'all',
      op: 'replace',
      items: [quota('10')],
    });
    harness.tick();
    expect(harness.verdict('orders')).toBe('degraded/QuotaFull');
    harness.evidence({
      type: 'quota',
      scope: 'all',
      op: 'replace',
      items: [],
    });
    harness.tick();
    expect(harness.verdict('orders')).toBe('degraded/PodsFailed');
  });

  it('use evidence of their own object only', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders'));
    harness.upsert(toy('orders'), undefined, 'us');
    harness.evidence({
      ...POD,
      op: 'upsert',
      item: pod('p', { phase: 'Failed', namespace: 'finance' }),
    });
    harness.evidence({
      ...EVENT,
      op: 'upsert',
      item: event({ kind: 'ToyRun', name: 'orders', uid: 'an-older-orders' }),
    });
    harness.evidence(
      { type: 'quota', scope: 'all', op: 'replace', items: [quota('10')] },
      'us',
    );
    harness.tick();
    expect(
      harness.rows().map(row => [row.source, row.assessment.reason]),
    ).toEqual([
      ['eu', 'New'],
      ['us', 'QuotaFull'],
    ]);
  });

  it('change with age alone', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders'));
    harness.upsert(toy('done', { attempt: '1', outcome: 'succeeded' }));
    const before = harness.row('done')!.version;
    harness.clock.advance(60_000);
    expect(harness.verdict('orders')).toBe('progressing/New');
    harness.clock.advance(11_000);
    expect(harness.verdict('orders')).toBe('unknown/Idle');
    expect(harness.row('done')!.version).toBe(before);
  });

  it('of what has ended are made once more when it should be gone', () => {
    const harness = new IndexHarness();
    const lookAgainAt = harness.clock.now() + 3_600_000;
    harness.upsert(
      toy('done', { attempt: '1', outcome: 'succeeded', lookAgainAt }),
    );
    const overdue = () =>
      harness.row('done')!.facts.some(({ key }) => key === 'expires');
    harness.clock.advance(3_590_000);
    const before = harness.row('done')!.version;
    expect(overdue()).toBe(false);
    harness.clock.advance(75_000);
    expect(overdue()).toBe(true);
    const { version } = harness.row('done')!;
    expect(version).toBe(before + 1);
    harness.clock.advance(3_600_000);
    expect(harness.row('done')!.version).toBe(version);
  });

  it('are still made anew when the object is old, once a minute', () => {
    const harness = new IndexHarness();
    harness.clock.advance(3600_000);
    harness.upsert(toy('orders'));
    harness.clock.advance(121_000);
    expect(harness.verdict('orders')).toBe('unknown/Idle');
  });

  it('keep since while the cause is the same, and start it anew with another', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders', { health: 'degraded', reason: 'A' }));
    expect(harness.row('orders')!.assessment.since).toBeUndefined();
    harness.clock.advance(5_000);
    harness.upsert(toy('orders', { health: 'degraded', reason: 'B' }));
    const { since } = harness.row('orders')!.assessment;
    expect(since).toBe('2026-03-02T09:00:05.000Z');
    harness.clock.advance(60_000);
    harness.upsert(
      toy('orders', { health: 'degraded', reason: 'B', startedAt: 5 }),
    );
    expect(harness.row('orders')!.assessment.since).toBe(since);
    harness.upsert(toy('orders', { health: 'healthy', reason: 'B' }));
    expect(harness.row('orders')!.assessment.since).toBe(
      '2026-03-02T09:01:05.000Z',
    );
  });

  it.each(['assess', 'facts', 'run', 'links', 'timeline'])(
    'survive an integration that throws in %s',
    place => {
      const harness = new IndexHarness();
      harness.upsert(toy('orders', { throws: place, attempt: '1' }));
      harness.upsert(toy('fine'));
      const { id } = harness.row('orders')!;
      const detail = harness.index.resources.detail(id)!;
      expect(harness.index.assessmentFailures()).toBeGreaterThan(0);
      expect(harness.verdict('orders')).toBe(
        place === 'assess' ? 'unknown/AssessmentFailed' : 'progressing/New',
      );
      expect(detail.links).toEqual([]);
      expect(harness.verdict('fine')).toBe('progressing/New');
      harness.clock.advance(60_000);
      expect(harness.logger.error).toHaveBeenCalledTimes(1);
    },
  );

  it('show safe links only', () => {
    const harness = new IndexHarness();
    const links = [
      'https://ui.example/a',
      `${'javascript'}:alert(1)`,
      'data:text/html,x',
      '//ui.example',
      'https://me:secret@ui.example/',
      'ftp://ui.example/',
      'not a url',
    ].map(url => ({ title: 'UI', url }));
    harness.upsert(toy('orders', undefined, {}, { links }));
    const { id } = harness.row('orders')!;
    expect(harness.index.resources.detail(id)!.links).toEqual([
      { title: 'UI', url: 'https://ui.example/a' },
    ]);
  });

  it('of a schedule follow its runs, newest first', () => {
    const harness = new IndexHarness();
    const owner = {
      apiVersion: 'toys.example/v1',
      kind: 'ToySchedule',
      name: 'nightly',
      uid: 'uid-nightly',
    };
    const child = (
      name: string,
      minute: number,
      health: 'failed' | 'healthy',
    ) =>
      toy(
        name,
        { health },
        {
          ownerReferences: [owner],
          creationTimestamp: `2026-03-02T09:0${minute}:00Z`,
        },
      );
    harness.upsert(child('nightly-2', 2, 'failed'));
    harness.index.sink.replace(scope(toySchedule), [
      { ...toy('nightly'), kind: 'ToySchedule' },
    ]);
    expect(harness.verdict('nightly')).toBe('failed/NewestRun');
    harness.upsert(child('nightly-3', 3, 'healthy'));
    harness.tick();
    expect(harness.verdict('nightly')).toBe('healthy/NewestRun');
    expect(harness.row('nightly-3')!.parentUid).toBe('uid-nightly');
    harness.index.sink.remove(scope(), child('nightly-3', 3, 'healthy'));
    harness.tick();
    expect(harness.verdict('nightly')).toBe('failed/NewestRun');
  });
});
