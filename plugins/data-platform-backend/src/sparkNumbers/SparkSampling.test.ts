import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import { RunFacts } from '@millrace/backstage-plugin-data-platform-node';
import { ClusterRequest } from '../clusters/types';
import { runId } from '../history/runId';
import { FakeCluster, response } from '../http/__testUtils__/FakeCluster';
import { resource } from '../http/__testUtils__/rows';
import { ManualClock, settle } from '../sources/__testUtils__/ManualClock';
import { FakeSpark } from './__testUtils__/FakeSpark';
import { stageJson } from './__testUtils__/sparkJson';
import { ExecutorReading } from './ExecutorActivity';
import { SparkSampling } from './SparkSampling';

const ROW = resource({ name: 'orders' }).row;
const RUN = runId('eu-1', 'uid-orders', 's1');
const DRIVER = '/api/v1/namespaces/sales/pods/orders-driver:4040/proxy/api/v1/';
const HISTORY = '/api/v1/namespaces/spark/services/history:18080/proxy/api/v1/';

const running = (over: Partial<RunFacts> = {}): RunFacts => ({
  attempt: 's1',
  spark: {
    applicationId: 'spark-3c1f',
    driver: { pod: 'orders-driver', port: 4040 },
    eventLog: true,
  },
  ...over,
});
const ended = (at: number, over: Partial<RunFacts> = {}): RunFacts =>
  running({
    outcome: 'succeeded',
    finishedAt: at,
    spark: { applicationId: 'spark-3c1f', eventLog: true },
    ...over,
  });

/** The sampling over one cluster, with a driver and a History Server in it. */
function start() {
  const clock = new ManualClock();
  const driver = new FakeSpark();
  const history = new FakeSpark();
  const cluster = new FakeCluster();
  const changes: string[] = [];
  const readings: ExecutorReading[] = [];
  const recorded = new Map<string, SparkNumbers>();
  cluster.answer = async ({ path, query }: ClusterRequest) => {
    const base = [DRIVER, HISTORY].find(each => path.startsWith(each));
    const spark = base === HISTORY ? history : driver;
    if (spark.fault || !base) {
      return response(spark.fault === 'forbidden' ? 403 : 503, {
        kind: 'Status',
      });
    }
    const answer = await spark
      .get(path.slice(base.length), (query ?? {}) as Record<string, string>)
      .catch(() => undefined);
    return answer === undefined
      ? response(404, 'unknown')
      : response(200, answer as object);
  };
  const sampling = new SparkSampling({
    clock,
    signal: new AbortController().signal,
    random: () => 0.5,
    connection: source => (source === 'eu-1' ? cluster : undefined),
    requestsPerSecond: 100,
    historyServers: [
      {
        address: {
          service: { namespace: 'spark', name: 'history', port: 18080 },
        },
      },
    ],
    record: (id, numbers) => void recorded.set(id, numbers),
    onChange: id => void changes.push(id),
    activity: { observe: each => void readings.push(each) },
  });
  const pass = async (seconds: number) => {
    for (let n = 0; n < seconds * 10; n += 1) {
      clock.advance(100);
      await settle(3);
    }
  };
  const parts = { sampling, clock, driver, history, cluster };
  return { ...parts, changes, readings, recorded, pass };
}

describe('SparkSampling', () => {
  it('reads a driver as the portal, and tells the row and the executors at work', async () => {
    const { sampling, cluster, changes, readings, pass } = start();
    sampling.observe(ROW, running());
    await pass(6);
    expect(cluster.requests[0].path).toBe(`${DRIVER}applications`);
    expect(cluster.requests.every(({ as }) => as === undefined)).toBe(true);
    expect(sampling.of(ROW.id, 's1')).toMatchObject({
      from: 'driver',
      progress: 0.5,
    });
    expect(sampling.facts(ROW.id, 's1')[0].value).toBe('50 %, 1 of 2 stages');
    expect(changes).toEqual([ROW.id]);
    expect(readings).toEqual([
      expect.objectContaining({
        ...{ source: 'eu-1', uid: 'uid-orders', attempt: 's1' },
        ...{ alive: 2, busy: 2 },
      }),
    ]);
  });

  it('tells nothing new at most once a minute', async () => {
    const { sampling, changes, readings, pass } = start();
    sampling.observe(ROW, running());
    await pass(50);
    expect(readings).toHaveLength(4);
    expect(changes).toHaveLength(1);
    await pass(30);
    expect(changes).toHaveLength(2);
  });

  it('keeps the last numbers of a run that has ended, and then those of the History Server', async () => {
    const { sampling, history, recorded, clock, changes, pass } = start();
    sampling.observe(ROW, running());
    await pass(6);
    history.answers.stages = [stageJson(1), stageJson(2)];
    sampling.observe(ROW, ended(clock.now()));
    sampling.observe(ROW, ended(clock.now()));
    await pass(1);
    expect(recorded.get(RUN)).toMatchObject({
      from: 'driver',
      tasks: { complete: 350 },
    });
    expect(sampling.facts(ROW.id, 's1')).toEqual([]);
    await pass(25);
    expect(recorded.get(RUN)).toMatchObject({
      from: 'history-server',
      tasks: { complete: 400 },
    });
    expect(sampling.of(ROW.id, 's1')).toEqual(recorded.get(RUN));
    expect(changes).toHaveLength(3);
    const { length } = history.asked;
    await pass(400);
    expect(history.asked).toHaveLength(length);
  });

  it('waits for a History Server that has not read the whole log', async () => {
    const { sampling, history, recorded, clock, pass } = start();
    sampling.observe(ROW, running());
    await pass(6);
    history.answers.stages = [];
    sampling.observe(ROW, ended(clock.now()));
    await pass(30);
    expect(recorded.get(RUN)?.from).toBe('driver');
    history.answers.stages = [stageJson(1), stageJson(2)];
    await pass(60);
    expect(recorded.get(RUN)?.from).toBe('history-server');
  });

  it('reads a driver once more that is still there at the end', async () => {
    const { sampling, driver, recorded, clock, pass } = start();
    sampling.observe(ROW, running());
    await pass(6);
    driver.answers.stages = [stageJson(1), stageJson(2)];
    const { spark } = running();
    sampling.observe(ROW, ended(clock.now(), { spark }));
    await pass(1);
    expect(recorded.get(RUN)).toMatchObject({ tasks: { complete: 400 } });
  });

  it('keeps what it has of a run whose object is deleted', async () => {
    const { sampling, recorded, cluster, pass } = start();
    sampling.observe(ROW, running());
    await pass(6);
    sampling.gone(ROW.id);
    expect(recorded.get(RUN)).toMatchObject({ from: 'driver' });
    expect(sampling.of(ROW.id, 's1')).toBeUndefined();
    const { length } = cluster.requests;
    await pass(60);
    expect(cluster.requests).toHaveLength(length);
  });

  it('shows a service its numbers, and leaves nothing of them in the history', async () => {
    const { sampling, pass, recorded } = start();
    const row = { ...ROW, nature: 'service' as const };
    sampling.observe(row, running());
    await pass(10);
    expect(sampling.of(ROW.id, 's1')?.from).toBe('driver');
    sampling.gone(ROW.id);
    expect(sampling.of(ROW.id, 's1')).toBeUndefined();
    expect(recorded.size).toBe(0);
  });

  it('starts anew with the next attempt', async () => {
    const { sampling, pass } = start();
    sampling.observe(ROW, running());
    await pass(6);
    sampling.observe(ROW, running({ attempt: 's2' }));
    expect(sampling.of(ROW.id, 's2')).toBeUndefined();
    expect(sampling.facts(ROW.id, 's2')).toEqual([]);
    await pass(6);
    expect(sampling.of(ROW.id, 's2')).toBeDefined();
  });

  it('shows nothing, and asks hardly anything, where the right lacks', async () => {
    const { sampling, cluster, driver, changes, pass } = start();
    driver.fault = 'forbidden';
    for (let n = 0; n < 50; n += 1) {
      sampling.observe({ ...ROW, id: `r${n}` }, running());
    }
    await pass(120);
    expect(cluster.requests.length).toBeLessThanOrEqual(4);
    expect(changes).toEqual([]);
  });

  it('never asks for runs that ended long ago, have no driver or are not of Spark', async () => {
    const { sampling, cluster, clock, pass } = start();
    sampling.observe(ROW, ended(clock.now() - 3_600_000));
    const { spark } = ended(0);
    sampling.observe({ ...ROW, id: 'b' }, running({ spark }));
    sampling.observe({ ...ROW, id: 'c' }, { attempt: 's1' });
    sampling.observe({ ...ROW, id: 'd', source: 'gone' }, running());
    await pass(600);
    expect(cluster.requests).toEqual([]);
  });

  it('stops asking when the driver has ended, before its operator says so', async () => {
    const { sampling, cluster, pass } = start();
    sampling.observe(ROW, running());
    await pass(6);
    const { length } = cluster.requests;
    sampling.observe(ROW, running({ spark: { applicationId: 'spark-3c1f' } }));
    await pass(60);
    expect(cluster.requests).toHaveLength(length);
    expect(sampling.of(ROW.id, 's1')).toBeDefined();
  });
});
