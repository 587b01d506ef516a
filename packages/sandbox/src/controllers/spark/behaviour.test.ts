import fc from 'fast-check';
import { seededRandom } from '../random';
import { behaviour, type Invocation } from './behaviour';

const JAR = 'local:///opt/spark/examples/jars/spark-examples.jar';
const invocation = (change: Partial<Invocation> = {}): Invocation => ({
  mainFile: JAR,
  mainClass: 'org.apache.spark.examples.SparkPi',
  arguments: [],
  executorMemory: '1g',
  executorCores: 1,
  ...change,
});
const play = (change: Partial<Invocation> = {}) =>
  behaviour(invocation(change), seededRandom('a run'));

describe('behaviour', () => {
  it('takes 12 to 40 seconds and ends well by default', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const { durationMs, exitCode, oom } = behaviour(
        invocation(),
        seededRandom(String(seed)),
      );
      expect(durationMs).toBeGreaterThanOrEqual(12_000);
      expect(durationMs).toBeLessThanOrEqual(40_000);
      expect(exitCode).toBe(0);
      expect(oom).toBeUndefined();
    }
  });

  it.each([
    [['--duration', '45s'], 45_000],
    [['--duration=2m'], 120_000],
    [['--duration', '8h'], 28_800_000],
    [['--duration', '7'], 7_000],
  ])('%p lasts %i ms', (given, durationMs) => {
    expect(play({ arguments: given }).durationMs).toBe(durationMs);
  });

  it('fails one run in so many', () => {
    const failed = Array.from({ length: 900 }, (_, seed) =>
      behaviour(
        invocation({ arguments: ['--fails-one-in', '9'] }),
        seededRandom(`run ${seed}`),
      ),
    ).filter(({ exitCode }) => exitCode === 1).length;
    expect(failed).toBeGreaterThan(60);
    expect(failed).toBeLessThan(150);
  });

  it.each([
    [JAR, 'org.apache.spark.examples.SparkPi', 'pi'],
    [JAR, 'org.apache.spark.examples.JavaWordCount', 'wordcount'],
    ['local:///opt/spark/examples/src/main/python/pi.py', '', 'pi'],
    [
      'local:///opt/spark/examples/src/main/python/wordcount.py',
      '',
      'wordcount',
    ],
    ['local:///opt/spark/examples/src/main/python/orders_etl.py', '', 'orders'],
    ['s3a://sales/jobs/enrich.jar', 'com.example.Enrich', 'job'],
    ['https://example.com/etl.py', '', 'job'],
  ])('can load %s %s', (mainFile, mainClass, program) => {
    expect(play({ mainFile, mainClass })).toMatchObject({
      program,
      unloadable: undefined,
    });
  });

  it.each([
    ['local:///opt/app/etl.jar', 1],
    ['local:///opt/spark/examples/src/main/python/absent.py', 1],
    ['s3a://sales/jobs/does-not-exist.jar', 1],
  ])('cannot load %s', (mainFile, exitCode) => {
    expect(play({ mainFile }).unloadable).toMatchObject({ exitCode });
  });

  it('takes any arguments', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              '--duration',
              '--exit-code',
              '--oom',
              '--partitions',
              '--fails-one-in',
              '--executor-exit-code',
            ),
          ),
        ),
        fc.string(),
        fc.string(),
        (given, mainFile, executorMemory) => {
          const played = play({ arguments: given, mainFile, executorMemory });
          expect(played.durationMs).toBeGreaterThanOrEqual(0);
          expect(played.exitCode).toBeGreaterThanOrEqual(0);
          expect(played.exitCode).toBeLessThan(256);
        },
      ),
    );
  });
});
