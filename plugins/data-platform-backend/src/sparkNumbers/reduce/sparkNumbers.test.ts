import fc from 'fast-check';
import {
  driverJson,
  executorJson,
  jobJson,
  stageJson,
} from '../__testUtils__/sparkJson';
import { NOW, reading } from '../__testUtils__/reading';
import { readTaskSpread } from '../rest/TaskSpread';
import { sparkNumbers } from './sparkNumbers';
import { volume } from './volume';

const GIB = 2 ** 30;

describe('sparkNumbers', () => {
  it('tells of a run that goes on', () => {
    const numbers = sparkNumbers(
      reading({
        jobs: [
          jobJson(2, { numTasks: 500, numSkippedTasks: 100 }),
          jobJson(1, { status: 'SUCCEEDED' }),
        ],
        stages: [
          stageJson(3, {
            status: 'PENDING',
            numCompletedIndices: 0,
            numCompleteTasks: 0,
            shuffleReadBytes: -1,
          }),
          stageJson(2, {
            status: 'ACTIVE',
            numActiveTasks: 8,
            numCompletedIndices: 40,
            numCompleteTasks: 44,
            numFailedTasks: 4,
            shuffleReadBytes: 2 * GIB,
            diskBytesSpilled: GIB,
            description: 'join <a href="x">orders</a>\nand clicks',
          }),
          stageJson(1, { inputBytes: 3 * GIB, shuffleWriteBytes: 2 * GIB }),
          stageJson(0, { status: 'SKIPPED', numTasks: 7 }),
        ],
        executors: [driverJson(), executorJson('1'), executorJson('2')],
      }),
    );
    expect(numbers).toMatchObject({
      at: new Date(NOW).toISOString(),
      from: 'driver',
      applicationId: 'spark-3c1f',
      sparkVersion: '4.0.1',
      progress: 0.5,
      stages: { active: 1, complete: 1, pending: 1, failed: 0 },
      tasks: { active: 8, complete: 240, failed: 4, total: 600 },
      inputBytes: 3 * GIB,
      outputBytes: 0,
      shuffleReadBytes: 2 * GIB,
      shuffleWriteBytes: 2 * GIB,
      spilledBytes: GIB,
      gcRatio: 0.02,
      peakExecutorMemoryBytes: 900 * 2 ** 20,
      activeStages: [
        {
          id: 2,
          name: 'join orders and clicks',
          complete: 40,
          total: 200,
          failed: 4,
        },
      ],
    });
  });

  it('has no progress between two jobs', () => {
    const jobs = [jobJson(1, { status: 'SUCCEEDED' })];
    expect(sparkNumbers(reading({ jobs })).progress).toBeUndefined();
  });

  it('tells what it can where the list of stages is too long', () => {
    const numbers = sparkNumbers(
      reading(
        {
          jobs: [
            jobJson(2, { numCompletedStages: 3 }),
            jobJson(1, { status: 'SUCCEEDED', numCompletedStages: 1_500 }),
          ],
          stages: [stageJson(2, { status: 'ACTIVE', numActiveTasks: 8 })],
          executors: [driverJson(), executorJson('1'), executorJson('2')],
        },
        { partial: true },
      ),
    );
    expect(numbers).toMatchObject({
      stages: { active: 1, complete: 1_503 },
      tasks: { active: 8, complete: 200, total: 800 },
      inputBytes: 2_000_000,
      shuffleWriteBytes: 6_000_000,
    });
    expect(numbers.spilledBytes).toBeUndefined();
    expect(numbers.outputBytes).toBeUndefined();
  });

  it('lists the ten largest stages that run', () => {
    const stages = Array.from({ length: 30 }, (_, id) =>
      stageJson(id, { status: 'ACTIVE', numTasks: 1_000 - id }),
    );
    const { activeStages } = sparkNumbers(reading({ stages }));
    expect(activeStages?.map(stage => stage.id)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('counts the memory of Python where Spark measures it', () => {
    const peakMemoryMetrics = {
      JVMHeapMemory: GIB,
      ProcessTreeJVMRSSMemory: 2 * GIB,
      ProcessTreePythonRSSMemory: GIB,
    };
    const executors = [executorJson('1', { peakMemoryMetrics })];
    expect(sparkNumbers(reading({ executors })).peakExecutorMemoryBytes).toBe(
      3 * GIB,
    );
  });

  it('makes of any answer figures that are none or true', () => {
    const garbage = fc.oneof(
      fc.anything(),
      fc.constantFrom(NaN, Infinity, -1, 1e308, -0, '12', null, {}, []),
    );
    // Names stand in sentences as they are.
    const figuresOf = (form: Record<string, unknown>) =>
      Object.keys(form).filter(key => !/^(name|description)$/.test(key));
    const damaged = (form: Record<string, unknown>) =>
      fc
        .dictionary(fc.constantFrom(...figuresOf(form)), garbage)
        .map(over => ({ ...form, ...over }));
    const listOf = (form: Record<string, unknown>) =>
      fc.oneof(garbage, fc.array(fc.oneof(damaged(form), garbage)));
    fc.assert(
      fc.property(
        listOf(stageJson(1, { status: 'ACTIVE' })),
        listOf(jobJson(1)),
        listOf(executorJson('1')),
        garbage,
        fc.boolean(),
        (stages, jobs, executors, spread, partial) => {
          const task = readTaskSpread(spread);
          const numbers = sparkNumbers(
            reading(
              { stages, jobs, executors, spreads: task && { '1.0': task } },
              { partial, executorMemoryBytes: GIB },
            ),
          );
          const { at, applicationId, activeStages, ...figures } = numbers;
          const stageFigures = activeStages?.map(({ name, ...rest }) => rest);
          expect(leaves([figures, stageFigures]).filter(isWrong)).toEqual([]);
          expect(numbers.progress ?? 0).toBeLessThanOrEqual(1);
          expect(numbers.gcRatio ?? 0).toBeLessThanOrEqual(1);
          expect(JSON.parse(JSON.stringify(numbers))).toEqual(numbers);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('volume', () => {
  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [1536, '1.5 KiB'],
    [38.4 * GIB, '38 GiB'],
    [1.44 * 2 ** 40, '1.4 TiB'],
    [2 ** 70, '1048576 PiB'],
    [-5, '0 B'],
  ])('%d is %s', (bytes, text) => {
    expect(volume(bytes)).toBe(text);
  });
});

/** All that is no object, however deep. */
function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leaves)
    : [value];
}

function isWrong(value: unknown): boolean {
  return typeof value === 'number'
    ? !Number.isFinite(value) || value < 0
    : /NaN|undefined|null|Infinity|-\d/.test(String(value ?? ''));
}
