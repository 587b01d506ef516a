import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { runId } from '../history/runId';
import { IndexHarness, scope, toy } from '../store/__testUtils__/IndexHarness';
import { ToyStatus } from '../store/__testUtils__/toyIntegration';
import { executor, MINUTE, T0 } from './__testUtils__/lives';
import { figuresOf } from './figures';

const ID = (attempt: string) => runId('eu', 'uid-a', attempt);

describe('ExecutorBook', () => {
  let harness: IndexHarness;
  const says = (status: ToyStatus) =>
    harness.upsert(toy('a', { startedAt: T0, ...status }));
  const pods = (...items: PodEvidence[]) =>
    items.forEach(item =>
      harness.evidence({ type: 'pod', op: 'upsert', scope: 's', item }),
    );
  const gone = (item: PodEvidence) =>
    harness.evidence({ type: 'pod', op: 'remove', scope: 's', item });
  const at = (minute: number) =>
    harness.clock.advance(T0 + minute * MINUTE - harness.clock.now());
  const live = () => harness.index.resources.usageOf(harness.row('a')!.id);
  const kept = (attempt = '1') => harness.history.usages.get(ID(attempt));
  const fact = () =>
    harness.row('a')?.facts.find(({ key }) => key === 'executorHours')?.value;

  beforeEach(() => {
    harness = new IndexHarness(undefined, undefined, '2026-03-02T09:00:00Z');
  });

  it('follows a run from its first executor to its last, and tells the history', () => {
    says({ attempt: '1', health: 'healthy' });
    expect(live()).toBeUndefined();
    pods(executor('x', { started: 1 }), executor('y'));
    at(31);
    expect(fact()).toBeUndefined();
    const { usage, now } = live()!;
    expect(figuresOf(usage, now)).toMatchObject({
      executorHours: 0.5,
      peak: 1,
    });

    const ended = executor('x', { started: 1, ended: 61 });
    pods(ended);
    gone(ended);
    gone(executor('y'));
    at(62);
    says({ attempt: '1', outcome: 'succeeded', finishedAt: T0 + 61 * MINUTE });
    expect(live()).toBeUndefined();
    expect(kept()).toMatchObject({ complete: true, ended: true });
    expect(figuresOf(kept()!).executorHours).toBe(1);
    expect(fact()).toBe('1.0');
    expect(harness.history.told.at(-1)?.facts).toContainEqual(
      expect.objectContaining({ key: 'executorHours', value: '1.0' }),
    );
  });

  it('keeps the figure on the row while the object goes on changing', () => {
    says({ attempt: '1', health: 'healthy' });
    pods(executor('x', { started: 0, ended: 30 }));
    says({ attempt: '1', outcome: 'failed' });
    says({ attempt: '1', outcome: 'failed', reason: 'Later' });
    expect(fact()).toBe('0.50');
  });

  it('keeps attempts apart', () => {
    const own = (name: string, attempt: string, times: object) =>
      executor(name, times, {
        labels: { toy: 'a', attempt, 'spark-role': 'executor' },
      });
    says({ attempt: '1', health: 'healthy' });
    pods(own('x', '1', { started: 0 }));
    at(30);
    pods(own('x', '1', { started: 0, ended: 30 }));
    says({ attempt: '2', health: 'healthy' });
    pods(own('y', '2', { started: 30 }));
    at(45);
    expect(figuresOf(kept('1')!).executorHours).toBe(0.5);
    const { usage, now } = live()!;
    expect(figuresOf(usage, now).executorHours).toBe(0.25);
  });

  it('says when it came too late to see the whole run', () => {
    at(20);
    harness.index.sink.replace(scope(), [
      toy('a', { attempt: '1', health: 'healthy', startedAt: T0 }),
    ]);
    harness.tick();
    pods(executor('x', { started: 0 }));
    expect(live()?.usage.complete).toBe(false);
    expect(figuresOf(live()!.usage).executorHours).toBeCloseTo(1 / 3);
  });

  it('tells the history of a long run now and then, not with every pod', () => {
    const recordUsage = jest.spyOn(harness.history, 'recordUsage');
    says({ attempt: '1', health: 'healthy' });
    for (let n = 0; n < 50; n += 1) pods(executor(`x${n}`, { started: 0 }));
    expect(recordUsage).toHaveBeenCalledTimes(0);
    at(1);
    pods(executor('y', { started: 1 }));
    pods(executor('z', { started: 1 }));
    expect(recordUsage).toHaveBeenCalledTimes(1);
  });

  it('hears from the driver how many work', () => {
    says({ attempt: '1', health: 'healthy' });
    pods(executor('x', { started: 0 }), executor('y', { started: 0 }));
    const reading = { source: 'eu', uid: 'uid-a', attempt: '1', alive: 2 };
    const { executors } = harness.index;
    executors.observe({ ...reading, at: T0, busy: 1 });
    executors.observe({ ...reading, at: T0 + MINUTE / 2, busy: 2 });
    executors.observe({ ...reading, attempt: '7', at: T0, busy: 0 });
    at(60);
    const { usage, now } = live()!;
    expect(figuresOf(usage, now).idleExecutorHours).toBeCloseTo(0.5 / 60);
  });

  it('tells what it knows when the object goes, and when the portal stops', () => {
    says({ attempt: '1', health: 'healthy' });
    pods(executor('x', { started: 0 }));
    at(30);
    harness.index.sink.remove(scope(), toy('a', { attempt: '1' }));
    expect(figuresOf(kept()!).executorHours).toBe(0.5);

    says({ attempt: '2', health: 'healthy' });
    pods(executor('y', { started: 0 }));
    harness.index.stop();
    expect(kept('2')).toMatchObject({ ended: false });
  });
});
