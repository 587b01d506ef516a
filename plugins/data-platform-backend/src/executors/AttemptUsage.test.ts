import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { executor, MINUTE, T0 } from './__testUtils__/lives';
import { AttemptUsage, AttemptView } from './AttemptUsage';
import { figuresOf } from './figures';
import { executorsIn, MAX_LIVES } from './UsageRecord';

const RUNS: AttemptView = { complete: true, ended: false };

function seen(
  usage: AttemptUsage,
  minute: number,
  pods: readonly PodEvidence[],
  gonePods: readonly PodEvidence[] = [],
  view: AttemptView = RUNS,
) {
  const now = T0 + minute * MINUTE;
  return usage.observe({ pods, gonePods, now }, view);
}

describe('AttemptUsage', () => {
  let usage: AttemptUsage;
  const figures = (minute: number) =>
    figuresOf(usage.record(), T0 + minute * MINUTE);

  beforeEach(() => {
    usage = new AttemptUsage('run');
  });

  it('counts by the times of the pods, not by those of the looks', () => {
    seen(usage, 7, [executor('a', { started: 1 }), executor('b')]);
    expect(figures(61)).toMatchObject({
      executorHours: 1,
      coreHours: 2,
      memoryGiBHours: 4,
      peak: 1,
    });
    seen(usage, 40, [
      executor('a', { started: 1, ended: 31 }),
      executor('b', { started: 31 }),
    ]);
    expect(figures(61).executorHours).toBe(1);
  });

  it('counts each executor once, however often it is told and after it is gone', () => {
    const ended = executor('a', { started: 0, ended: 30 });
    seen(usage, 10, [executor('a', { started: 0 })]);
    seen(usage, 31, [ended]);
    seen(usage, 32, [], [ended]);
    seen(usage, 33, [], [ended]);
    seen(usage, 50, []);
    expect(figures(90).executorHours).toBe(0.5);
    expect(usage.open).toBe(false);
  });

  describe('after an outage', () => {
    const away = (minute: number, pods: readonly PodEvidence[]) =>
      usage.observe(
        { pods, now: T0 + minute * MINUTE, complete: ['quotas'] },
        RUNS,
      );
    const back = (
      minute: number,
      pods: readonly PodEvidence[],
      gonePods: readonly PodEvidence[] = [],
    ) =>
      usage.observe(
        { pods, gonePods, now: T0 + minute * MINUTE, complete: ['pods'] },
        RUNS,
      );
    const running = executor('a', { started: 0 });

    beforeEach(() => {
      back(10, [running]);
      away(11, [running]);
      away(60, [running]);
    });

    it.each(['remembered', 'forgotten'])(
      'counts what vanished meanwhile up to the last look, as a lower bound (%s)',
      how => {
        back(70, [], how === 'remembered' ? [running] : []);
        back(80, []);
        expect(figures(90).executorHours).toBeCloseTo(1 / 6);
        expect(usage.record().complete).toBe(false);
      },
    );

    it('believes a pod that tells when it ended, and those that go on', () => {
      back(70, [running], [executor('b', { started: 0, ended: 30 })]);
      expect(figures(90).executorHours).toBe(2);
      expect(usage.record().complete).toBe(true);
    });

    it('is as before once the pods are known again', () => {
      back(70, [running]);
      back(90, [], [running]);
      expect(figures(120).executorHours).toBe(1.5);
      expect(usage.record().complete).toBe(true);
    });

    it('takes a hiccup for none', () => {
      back(70, [running]);
      away(70.5, [running]);
      back(70.8, [], [running]);
      expect(usage.record().complete).toBe(true);
    });
  });

  it('lets one that vanished without an end have ended by then', () => {
    const running = executor('a', { started: 0 });
    seen(usage, 10, [running]);
    seen(usage, 30, [], [running]);
    seen(usage, 40, [], [running]);
    expect(figures(90).executorHours).toBe(0.5);
  });

  it('notices one of which even the memory of vanished pods knows nothing', () => {
    seen(usage, 10, [executor('a', { started: 0 })]);
    expect(seen(usage, 30, [])).toBe(true);
    expect(figures(90).executorHours).toBe(0.5);
  });

  it('takes an evicted pod, which does not tell when it ended, for ended', () => {
    seen(usage, 10, [executor('a', { started: 0 })]);
    seen(usage, 15, [executor('a', { started: 0 }, { phase: 'Failed' })]);
    seen(usage, 45, [executor('a', { started: 0 }, { phase: 'Failed' })]);
    expect(figures(90).executorHours).toBe(0.25);
  });

  it('passes over the driver and whatever else runs beside it', () => {
    const driver = executor(
      'd',
      { started: 0 },
      {
        labels: { 'spark-role': 'driver' },
      },
    );
    expect(seen(usage, 1, [driver])).toBe(false);
    expect(executorsIn(usage.record())).toBe(0);
  });

  it('has no news when nothing is new', () => {
    const pods = [executor('a', { started: 0 })];
    expect(seen(usage, 1, pods)).toBe(true);
    expect(seen(usage, 2, pods)).toBe(false);
    expect(seen(usage, 2, [executor('a', { started: 0 })])).toBe(false);
    expect(seen(usage, 3, pods, [], { complete: true, ended: true })).toBe(
      true,
    );
  });

  it('sums up what is long gone of very many, and loses nothing by it', () => {
    const each = 500;
    const waves = 10;
    for (let wave = 0; wave < waves; wave += 1) {
      const pods = Array.from({ length: each }, (_, n) =>
        executor(`w${wave}-${n}`, { started: wave * 10 }),
      );
      seen(usage, wave * 10, pods);
      seen(
        usage,
        wave * 10 + 6,
        pods.map(({ name }) =>
          executor(name, { started: wave * 10, ended: wave * 10 + 6 }),
        ),
      );
    }
    seen(usage, 100, []);
    const record = usage.record();
    expect(record.lives.length).toBeLessThanOrEqual(MAX_LIVES);
    expect(executorsIn(record)).toBe(each * waves);
    expect(figures(100).executorHours).toBeCloseTo(each * waves * 0.1, 6);
    expect(figures(100).peak).toBe(each);
  });
});
