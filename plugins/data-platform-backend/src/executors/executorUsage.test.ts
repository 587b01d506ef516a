import { ConfigReader } from '@backstage/config';
import { life, MINUTE, span, T0, usageOf } from './__testUtils__/lives';
import { executorUsage } from './executorUsage';
import { figuresFact, figuresOf } from './figures';
import { readPrices } from './Prices';

const UNTIL = T0 + 60 * MINUTE;
const PRICES = { currency: 'EUR', coreHour: 0.04, gibHour: 0.005, gpuHour: 2 };

describe('executorUsage', () => {
  it('tells figures, points and what was asked for', () => {
    const usage = usageOf([life('a', 0, 0, 60), life('b', 0, 30, 60)], {
      wanted: { dynamic: true, min: 1, max: 4 },
    });
    expect(executorUsage(usage, UNTIL)).toEqual({
      points: [
        { at: '2026-03-02T09:00:00.000Z', running: 1, pending: 1 },
        { at: '2026-03-02T09:30:00.000Z', running: 2, pending: 0 },
        { at: '2026-03-02T10:00:00.000Z', running: 0, pending: 0 },
      ],
      peak: 2,
      wanted: { dynamic: true, min: 1, max: 4 },
      executorHours: 1.5,
      coreHours: 3,
      memoryGiBHours: 6,
      complete: true,
    });
  });

  it('tells what idle executors cost, where the driver told of its tasks', () => {
    const usage = usageOf([life('a', 0, 0, 60), life('b', 0, 0, 60)], {
      busy: [span(0, 30, 2), span(30, 60, 1)],
    });
    expect(executorUsage(usage, UNTIL, PRICES)).toMatchObject({
      executorHours: 2,
      idleExecutorHours: 0.5,
      cost: { amount: 0.2, currency: 'EUR' },
      idleCost: { amount: 0.05, currency: 'EUR' },
      points: [
        { running: 2, busy: 2 },
        { running: 2, busy: 1 },
        { running: 0 },
      ],
    });
  });

  it('knows nothing of idleness where the driver told nothing', () => {
    const told = executorUsage(usageOf([life('a', 0, 0, 60)]), UNTIL, PRICES);
    expect(told.idleExecutorHours).toBeUndefined();
    expect(told.idleCost).toBeUndefined();
    expect(told.points.every(point => point.busy === undefined)).toBe(true);
  });

  it('has an end to what the driver told, and no more busy ones than run', () => {
    const usage = usageOf([life('a', 0, 0)], { busy: [span(0, 10, 5)] });
    const { points } = executorUsage(usage, UNTIL);
    expect(points.map(({ busy }) => busy)).toEqual([1, undefined]);
  });

  it('says when it is a lower bound', () => {
    const usage = usageOf([life('a', 0, 0, 1)], { complete: false });
    expect(executorUsage(usage, UNTIL).complete).toBe(false);
  });

  it('counts GPUs', () => {
    const usage = usageOf([{ ...life('a', 0, 0, 60), gpus: 2 }]);
    expect(executorUsage(usage, UNTIL, PRICES)).toMatchObject({
      gpuHours: 2,
      cost: { amount: 4.1 },
    });
  });
});

describe('figuresFact', () => {
  it.each([
    [60, undefined, '1.0'],
    [60, span(0, 60, 0), '1.0, 1.0 idle'],
    [60, span(0, 60, 1), '1.0'],
    [3, undefined, '0.05'],
    [0.1, undefined, '0.002'],
    [0, undefined, '0'],
    [60 * 123.4, undefined, '123'],
  ])('%s minutes, %j: %s', (minutes, busy, value) => {
    const usage = usageOf([life('a', 0, 0, minutes)], {
      busy: busy ? [busy] : [],
    });
    expect(figuresFact(figuresOf(usage, UNTIL)).value).toBe(value);
  });
});

describe('readPrices', () => {
  const read = (prices?: object) =>
    readPrices(
      new ConfigReader(prices ? { dataPlatform: { prices } as never } : {}),
    );

  it('reads what is there', () => {
    expect(read()).toBeUndefined();
    expect(read({ currency: 'EUR', coreHour: 0.04 })).toEqual({
      currency: 'EUR',
      coreHour: 0.04,
      gibHour: 0,
      gpuHour: 0,
    });
  });

  it.each([
    [{ currency: 'euro' }, 'dataPlatform.prices.currency must be three'],
    [
      { currency: 'EUR', gibHour: -1 },
      'dataPlatform.prices.gibHour must be 0 or more; it is -1',
    ],
  ])('refuses %j', (prices, message) => {
    expect(() => read(prices)).toThrow(message);
  });
});
