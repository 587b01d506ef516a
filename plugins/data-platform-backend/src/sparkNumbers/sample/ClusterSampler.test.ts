import { ManualClock, settle } from '../../sources/__testUtils__/ManualClock';
import { FakeSpark } from '../__testUtils__/FakeSpark';
import { SparkApi } from '../rest/SparkApi';
import { ClusterSampler } from './ClusterSampler';
import { SparkTarget } from './SparkTarget';

const target = (id: string, over: Partial<SparkTarget> = {}): SparkTarget => ({
  id,
  source: 'eu-1',
  namespace: 'sales',
  uid: `uid-${id}`,
  attempt: 's1',
  spark: { driver: { pod: `${id}-driver`, port: 4040 } },
  ...over,
});

function sampler(apiOf: (target: SparkTarget) => SparkApi | undefined) {
  const clock = new ManualClock();
  const read: string[] = [];
  const end = new AbortController();
  const one = new ClusterSampler({
    clock,
    random: () => 0.5,
    signal: end.signal,
    driverApi: apiOf,
    onReading: ({ id }) => void read.push(id),
  });
  /** Seconds of the clock, one by one, with all that happens in them. */
  const pass = async (seconds: number) => {
    for (let n = 0; n < seconds; n += 1) {
      clock.advance(1_000);
      await settle(12);
    }
  };
  return { one, clock, read, end, pass };
}

describe('ClusterSampler', () => {
  it('reads a driver every fifteen seconds, and no more once it is gone', async () => {
    const { one, read, pass } = sampler(() => new FakeSpark());
    one.watch(target('a'));
    one.watch(target('a'));
    await pass(5);
    expect(read).toEqual(['a']);
    await pass(60);
    expect(read).toHaveLength(5);
    one.unwatch('a');
    await pass(60);
    expect(read).toHaveLength(5);
  });

  it('reads four at once at most, each in its turn', async () => {
    let open = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const slow: SparkApi = {
      async get() {
        open += 1;
        most = Math.max(most, open);
        await new Promise<void>(resolve => waiting.push(resolve));
        open -= 1;
        return [];
      },
    };
    const asked: string[] = [];
    const { one, pass } = sampler(({ id }) => {
      asked.push(id);
      return slow;
    });
    for (let n = 0; n < 20; n += 1) one.watch(target(`a${n}`));
    await pass(10);
    expect(most).toBe(4);
    for (let n = 0; n < 10; n += 1) {
      waiting.splice(0).forEach(go => go());
      await pass(1);
    }
    expect(most).toBe(4);
    expect(new Set(asked).size).toBe(20);
    expect(asked).toHaveLength(20);
  });

  it('leaves a namespace alone for ten minutes where the right lacks, and asks one driver for all', async () => {
    const refused = new FakeSpark();
    refused.fault = 'forbidden';
    const allowed = new FakeSpark();
    const { one, read, pass } = sampler(({ namespace }) =>
      namespace === 'sales' ? refused : allowed,
    );
    for (let n = 0; n < 30; n += 1) one.watch(target(`a${n}`));
    one.watch(target('b', { namespace: 'marketing' }));
    await pass(500);
    // Those that were on their way when the first answer came.
    expect(refused.asked.length).toBeLessThanOrEqual(4);
    expect(new Set(read)).toEqual(new Set(['b']));
    refused.fault = undefined;
    await pass(200);
    expect(read).toContain('a29');
  });

  it('asks a driver that does not answer less and less', async () => {
    const spark = new FakeSpark();
    spark.fault = 'unreachable';
    const { one, pass, read } = sampler(() => spark);
    one.watch(target('a'));
    await pass(600);
    expect(spark.asked.length).toBeGreaterThan(3);
    expect(spark.asked.length).toBeLessThan(8);
    spark.fault = undefined;
    await pass(300);
    expect(read.length).toBeGreaterThan(1);
  });

  it('leaves a cluster alone that does not answer', async () => {
    const spark = new FakeSpark();
    spark.fault = 'cluster';
    const { one, pass } = sampler(() => spark);
    for (let n = 0; n < 40; n += 1) one.watch(target(`a${n}`));
    await pass(60);
    expect(spark.asked.length).toBeLessThanOrEqual(3 * 4);
  });

  it('begins anew with the next attempt', async () => {
    const spark = new FakeSpark();
    const { one, pass } = sampler(() => spark);
    one.watch(target('a'));
    await pass(5);
    one.watch(target('a', { attempt: 's2' }));
    await pass(5);
    expect(spark.asked.filter(path => path === 'applications')).toHaveLength(2);
    expect(one.size).toBe(1);
  });

  it('reads once more at the end, unless it has not answered before', async () => {
    const spark = new FakeSpark();
    const { one, pass, read, clock } = sampler(() => spark);
    one.watch(target('a'));
    await pass(5);
    await one.readLast(target('a'));
    expect(read).toEqual(['a', 'a']);
    expect(one.size).toBe(0);

    spark.fault = 'unreachable';
    one.watch(target('b'));
    await pass(5);
    const { length } = spark.asked;
    await one.readLast(target('b'));
    await one.readLast(target('never'));
    expect(spark.asked).toHaveLength(length);
    clock.advance(3_600_000);
    await settle();
    expect(spark.asked).toHaveLength(length);
  });

  it('stops at the end', async () => {
    const spark = new FakeSpark();
    const { one, pass, end } = sampler(() => spark);
    one.watch(target('a'));
    await pass(5);
    const { length } = spark.asked;
    end.abort();
    await pass(60);
    expect(spark.asked).toHaveLength(length);
  });
});
