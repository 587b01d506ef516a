import { container, event, pod } from './__testUtils__/evidence';
import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';

const POD = { type: 'pod', scope: 'toy' } as const;
const EVENT = { type: 'event', scope: 'warnings' } as const;
const warning = event({ kind: 'ToyRun', name: 'orders' });

function detail(harness: IndexHarness, name = 'orders') {
  return harness.index.resources.detail(harness.row(name)!.id)!;
}

describe('evidence that the cluster forgets', () => {
  it('keeps an event while its object has not ended', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders'));
    harness.evidence({ ...EVENT, op: 'upsert', item: warning });
    harness.evidence({ ...EVENT, op: 'remove', item: warning });
    harness.evidence({ ...EVENT, op: 'replace', items: [] });
    expect(harness.verdict('orders')).toBe('degraded/Warned');
    // A repeat after the server forgot the first one has another uid.
    harness.evidence({
      ...EVENT,
      op: 'upsert',
      item: { ...warning, uid: 'again', lastAt: warning.lastAt + 5000 },
    });
    expect(detail(harness).events).toHaveLength(1);
    expect(detail(harness).events[0]).toMatchObject({
      firstAt: '2026-03-02T09:00:00.000Z',
      lastAt: '2026-03-02T09:00:05.000Z',
    });
  });

  it('lets an event go with the server once the object has ended', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders', { attempt: '1', outcome: 'succeeded' }));
    harness.evidence({ ...EVENT, op: 'upsert', item: warning });
    expect(detail(harness).events).toHaveLength(1);
    harness.evidence({ ...EVENT, op: 'remove', item: warning });
    expect(detail(harness).events).toHaveLength(0);
  });

  it('takes an event that comes before its object, but not for ever', () => {
    const harness = new IndexHarness();
    harness.evidence({ ...EVENT, op: 'upsert', item: warning });
    harness.upsert(toy('orders'));
    expect(harness.verdict('orders')).toBe('degraded/Warned');

    const other = new IndexHarness();
    other.evidence({ ...EVENT, op: 'upsert', item: warning });
    other.clock.advance(12 * 60_000);
    other.upsert(toy('orders'));
    expect(other.verdict('orders')).toBe('progressing/New');
  });

  it('is about the pods of the object too', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders'));
    harness.evidence({ ...POD, op: 'upsert', item: pod('p') });
    harness.evidence({
      ...EVENT,
      op: 'upsert',
      item: event({ kind: 'Pod', name: 'p', uid: 'uid-p' }),
    });
    expect(harness.verdict('orders')).toBe('degraded/Warned');
    expect(detail(harness).events).toMatchObject([{ subject: 'pod p' }]);
  });

  it('bounds the events of one object, and drops them with it', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders'));
    for (let index = 0; index < 80; index += 1) {
      harness.evidence({
        ...EVENT,
        op: 'upsert',
        item: { ...warning, uid: `e${index}`, message: `m${index}` },
      });
    }
    expect(detail(harness).events).toHaveLength(50);
    harness.index.sink.remove(scope(), toy('orders'));
    harness.upsert(toy('orders', undefined, { uid: 'new' }));
    expect(detail(harness).events).toHaveLength(0);
  });

  it('remembers a pod that vanished, as it was seen last', () => {
    const harness = new IndexHarness();
    const dead = pod('exec-1', {
      phase: 'Failed',
      labels: { toy: 'orders', 'spark-role': 'executor' },
      containers: [
        container({ terminated: { exitCode: 137, reason: 'OOMKilled' } }),
      ],
    });
    harness.upsert(toy('orders', { attempt: '1' }));
    harness.evidence({ ...POD, op: 'upsert', item: dead });
    harness.evidence({ ...POD, op: 'remove', item: dead });
    expect(harness.verdict('orders')).toBe('degraded/PodsFailed');
    expect(detail(harness).pods).toMatchObject([
      {
        name: 'exec-1',
        role: 'executor',
        exitCode: 137,
        reason: 'OOMKilled',
        gone: true,
      },
    ]);
    expect(harness.history.told.at(-1)!.pods).toMatchObject([{ gone: true }]);
  });

  it('forgets vanished pods with their attempt', () => {
    const harness = new IndexHarness();
    const first = pod('exec-1', {
      phase: 'Failed',
      labels: { toy: 'orders', attempt: '1' },
    });
    harness.upsert(toy('orders', { attempt: '1' }));
    harness.evidence({ ...POD, op: 'replace', items: [first] });
    harness.evidence({ ...POD, op: 'replace', items: [] });
    expect(harness.verdict('orders')).toBe('degraded/PodsFailed');
    harness.upsert(toy('orders', { attempt: '2' }));
    expect(harness.verdict('orders')).toBe('progressing/New');
    harness.upsert(toy('orders', { attempt: '1' }));
    expect(detail(harness).pods).toEqual([]);
  });

  it('keeps of many vanished pods those that failed', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders'));
    for (let index = 0; index < 200; index += 1) {
      const phase = index < 5 ? 'Failed' : 'Succeeded';
      const item = pod(`p${index}`, { phase });
      harness.evidence({ ...POD, op: 'upsert', item });
      harness.evidence({ ...POD, op: 'remove', item });
    }
    const { pods } = detail(harness);
    expect(pods).toHaveLength(60);
    expect(pods.filter(each => each.phase === 'Failed')).toHaveLength(5);
  });

  it('does not let the lists of two watches wipe each other', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('orders'));
    const item = pod('p');
    harness.evidence({ ...POD, op: 'replace', items: [item] });
    harness.evidence({ ...POD, op: 'replace', scope: 'other', items: [] });
    expect(detail(harness).pods).toMatchObject([{ name: 'p' }]);
    expect(detail(harness).pods[0].gone).toBeUndefined();
  });
});
