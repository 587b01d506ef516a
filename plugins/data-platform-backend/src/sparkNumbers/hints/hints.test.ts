import { executorJson, stageJson } from '../__testUtils__/sparkJson';
import { reading } from '../__testUtils__/reading';
import { hintsOf } from './hintsOf';

const GIB = 2 ** 30;
const hints = (...of: Parameters<typeof reading>) => hintsOf(reading(...of));
const active = (over: object) => stageJson(14, { status: 'ACTIVE', ...over });

describe('task skew', () => {
  const stages = [stageJson(14)];

  it('names the stage, the ratio and both times', () => {
    const spreads = { '14.0': { median: 18_000, max: 720_000 } };
    expect(hints({ stages, spreads })).toEqual([
      {
        reason: 'TaskSkew',
        stage: 14,
        message:
          'Stage 14 (join at Orders.scala:42): one of 200 tasks took 40x the median (12 min against 18 s).',
        nextStep: expect.stringContaining('salting'),
      },
    ]);
  });

  it('says that the task has not ended', () => {
    const spreads = { '14.0': { median: 18_000, max: 720_000, running: true } };
    expect(hints({ stages, spreads })[0].message).toContain(
      'has been running for 40x the median',
    );
  });

  it.each([
    ['a ratio below ten', { median: 18_000, max: 170_000 }],
    ['tasks that are short all the same', { median: 100, max: 29_000 }],
    ['a median of milliseconds', { median: 5, max: 9_000 }],
  ])('does not mind %s', (_, spread) => {
    expect(hints({ stages, spreads: { '14.0': spread } })).toEqual([]);
  });

  it('does not mind a handful of tasks', () => {
    const few = [stageJson(14, { numTasks: 3 })];
    const spreads = { '14.0': { median: 1_000, max: 900_000 } };
    expect(hints({ stages: few, spreads })).toEqual([]);
  });
});

describe('spill', () => {
  it('is told against what the stage handled', () => {
    const stages = [
      stageJson(3, {
        diskBytesSpilled: 30 * GIB,
        inputBytes: 10 * GIB,
        shuffleReadBytes: 20 * GIB,
      }),
      stageJson(2, { diskBytesSpilled: GIB, inputBytes: GIB }),
    ];
    expect(hints({ stages })).toMatchObject([
      {
        reason: 'Spill',
        stage: 3,
        message:
          'Stage 3 (join at Orders.scala:42) spilled 30 GiB to disk, 100 % of the 30 GiB that it handled.',
      },
    ]);
  });

  it.each([
    [{ diskBytesSpilled: GIB, shuffleReadBytes: 20 * GIB }],
    [{ diskBytesSpilled: 100 * 2 ** 20, shuffleReadBytes: 100 * 2 ** 20 }],
    [{ memoryBytesSpilled: 50 * GIB, shuffleReadBytes: GIB }],
  ])('does not mind %j', stage => {
    expect(hints({ stages: [stageJson(3, stage)] })).toEqual([]);
  });
});

describe('garbage collection', () => {
  const executors = (totalDuration: number, totalGCTime: number) => [
    executorJson('1', { totalDuration, totalGCTime }),
  ];

  it('is told above ten percent', () => {
    expect(hints({ executors: executors(600_000, 150_000) })).toMatchObject([
      {
        reason: 'GarbageCollection',
        message:
          'Executors spent 25 % of their time collecting garbage (2 min 30 s of 10 min).',
      },
    ]);
  });

  it.each([
    [600_000, 60_000],
    [10_000, 9_000],
    [0, 500],
  ])('does not mind %d ms of which %d ms', (time, gc) => {
    expect(hints({ executors: executors(time, gc) })).toEqual([]);
  });
});

describe('failed tasks', () => {
  it('tells how many, and where most of them are', () => {
    const executors = [
      executorJson('1', { failedTasks: 12, completedTasks: 1_988 }),
      executorJson('2', { failedTasks: 28, completedTasks: 972 }),
    ];
    const stages = [
      stageJson(1),
      stageJson(7, { numFailedTasks: 30, name: '' }),
    ];
    expect(hints({ executors, stages })).toMatchObject([
      {
        reason: 'FailedTasks',
        stage: 7,
        message: '40 tasks of 3,000 failed (1 %), 30 of them in stage 7.',
      },
    ]);
  });

  it.each([
    [2, 10],
    [5, 4_000],
    [0, 0],
  ])('does not mind %d of %d', (failedTasks, completedTasks) => {
    const executors = [executorJson('1', { failedTasks, completedTasks })];
    expect(hints({ executors })).toEqual([]);
  });
});

describe('executor memory', () => {
  const executors = [
    executorJson('1', {
      peakMemoryMetrics: { ProcessTreeJVMRSSMemory: 1.95 * GIB },
    }),
  ];

  it('is told near the limit of the container', () => {
    expect(
      hints({ executors }, { executorMemoryBytes: 2 * GIB }),
    ).toMatchObject([
      {
        reason: 'ExecutorMemory',
        message: 'An executor used 2 GiB of the 2 GiB of its container (98 %).',
      },
    ]);
  });

  it('is not told far from it, nor where the limit is not known', () => {
    expect(hints({ executors }, { executorMemoryBytes: 4 * GIB })).toEqual([]);
    expect(hints({ executors })).toEqual([]);
  });
});

describe('few tasks', () => {
  const executors = Array.from({ length: 8 }, (_, n) => executorJson(`${n}`));

  it('tells how many cores wait', () => {
    const stages = [active({ numTasks: 4, name: 'csv' })];
    expect(hints({ executors, stages })).toMatchObject([
      {
        reason: 'FewTasks',
        stage: 14,
        message:
          'Stage 14 (csv) has 4 tasks for 32 cores, for 10 min so far: 28 of them wait.',
      },
    ]);
  });

  it.each([
    ['enough of them', [active({ numTasks: 20 })]],
    ['another stage beside it', [active({ numTasks: 4 }), active({})]],
    [
      'a stage that has just begun',
      [active({ numTasks: 4, submissionTime: '2026-11-22T10:09:30.000GMT' })],
    ],
    ['no time at all', [active({ numTasks: 4, submissionTime: undefined })]],
  ])('does not mind %s', (_, stages) => {
    expect(hints({ executors, stages })).toEqual([]);
  });
});

describe('the order', () => {
  it('puts what hurts most first, five at most', () => {
    const executors = [
      executorJson('1', {
        failedTasks: 900,
        completedTasks: 100,
        totalGCTime: 80_000,
        peakMemoryMetrics: { JVMHeapMemory: GIB },
      }),
      ...Array.from({ length: 9 }, (_, n) => executorJson(`1${n}`)),
    ];
    const stages = [
      active({
        numTasks: 5,
        diskBytesSpilled: 9 * GIB,
        shuffleReadBytes: GIB,
        executorRunTime: 3_000_000,
      }),
    ];
    const spreads = { '14.0': { median: 18_000, max: 720_000 } };
    const found = hints(
      { executors, stages, spreads },
      { executorMemoryBytes: GIB },
    );
    expect(found.map(hint => hint.reason)).toEqual([
      'FailedTasks',
      'TaskSkew',
      'Spill',
      'ExecutorMemory',
      'FewTasks',
    ]);
  });
});
