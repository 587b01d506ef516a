import { sparkSize } from './sparkSize';

const MIB = 2 ** 20;

it('adds the overhead that Spark adds', () => {
  const size = sparkSize({
    type: 'Scala',
    driver: { memory: '1g' },
    executor: { memory: '8g', cores: 4 },
  });
  expect(size.driver.memory).toBe((1024 + 384) * MIB);
  expect(size.executor.memory).toBe(Math.floor(8192 * 1.1 * MIB));
  expect(size.executor.cpu).toBe(4);
});

it('adds more for Python, and what is written where something is', () => {
  const python = sparkSize({ type: 'Python', driver: { memory: '2g' } });
  expect(python.driver.memory).toBe(Math.floor(2048 * 1.4 * MIB));
  const written = sparkSize({
    type: 'Python',
    driver: { memory: '2g', memoryOverhead: '512m' },
    memoryOverheadFactor: '0.2',
    executor: { memory: '2g', coreRequest: '500m', coreLimit: '2' },
  });
  expect(written.driver.memory).toBe(2560 * MIB);
  expect(written.executor).toMatchObject({ cpu: 0.5, cpuLimit: 2 });
});

it('knows how many executors are wanted', () => {
  expect(sparkSize({}).demand).toEqual({
    dynamic: false,
    initial: 2,
    min: 2,
    max: 2,
  });
  expect(
    sparkSize({
      executor: { instances: 1 },
      dynamicAllocation: { enabled: true, minExecutors: 2, maxExecutors: 8 },
    }).demand,
  ).toEqual({ dynamic: true, initial: 2, min: 2, max: 8 });
  expect(
    sparkSize({
      sparkConf: {
        'spark.dynamicAllocation.enabled': 'true',
        'spark.dynamicAllocation.maxExecutors': '5',
      },
    }).demand,
  ).toEqual({ dynamic: true, initial: 0, min: 0, max: 5 });
});
