import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { Guard } from '../assess/Guard';
import { runId } from '../history/runId';
import { FakeCluster, response } from '../http/__testUtils__/FakeCluster';
import { FakeHistory } from '../http/__testUtils__/fakes';
import { resource, sparkApplication } from '../http/__testUtils__/rows';
import { FailedLogKeeper } from './FailedLogKeeper';
import { IntegrationRegistry } from './IntegrationRegistry';
import { liveOperations } from './liveOperations';
import { readSettings } from './readSettings';

describe('IntegrationRegistry', () => {
  const integration = (id: string): DataPlatformIntegration => ({
    id,
    title: id,
    resources: [sparkApplication],
  });

  it('refuses a second one of an id, and a second claim on a kind, by name', () => {
    const registry = new IntegrationRegistry();
    registry.addIntegration(integration('a'));
    expect(() => registry.addIntegration(integration('a'))).toThrow(
      'Two integrations of the data platform have the id a',
    );
    expect(() => registry.addIntegration(integration('b'))).toThrow(
      'a and b of the data platform both claim SparkApplication.sparkoperator.k8s.io',
    );
    expect(registry.all().map(({ id }) => id)).toEqual(['a']);
  });
});

describe('liveOperations', () => {
  it('says what is possible, and why the rest is not', () => {
    const base = { plan: () => [] };
    const live = {
      ...resource({ name: 'orders' }),
      definition: {
        ...sparkApplication,
        operations: [
          {
            ...base,
            id: 'x:stop',
            title: 'Stop',
            destructive: true,
            confirmation: 'Sure?',
            availability: () => true as const,
          },
          {
            ...base,
            id: 'x:resume',
            title: 'Resume',
            availability: () => 'It runs.',
          },
          {
            ...base,
            id: 'x:bug',
            title: 'Bug',
            availability: () => {
              throw new Error('defect');
            },
          },
        ],
      },
    };
    const guard = new Guard(mockServices.logger.mock());
    const resourceId = 'id-orders';
    expect(liveOperations(live, 0, guard)).toEqual([
      {
        id: 'x:stop',
        title: 'Stop',
        resourceId,
        available: true,
        destructive: true,
        confirmation: 'Sure?',
      },
      {
        id: 'x:resume',
        title: 'Resume',
        resourceId,
        available: false,
        reason: 'It runs.',
      },
      {
        id: 'x:bug',
        title: 'Bug',
        resourceId,
        available: false,
        reason: 'The portal could not find out whether this is possible now.',
      },
    ]);
  });
});

describe('FailedLogKeeper', () => {
  const run = {
    attempt: 's1',
    logPod: { name: 'orders-driver', container: 'main' },
  };
  const settled = () => new Promise(resolve => setTimeout(resolve, 20));

  const keeper = (
    cluster: FakeCluster,
    signal = new AbortController().signal,
  ) => {
    const history = new FakeHistory();
    const logger = mockServices.logger.mock();
    const recordLog = jest.spyOn(history, 'recordLog');
    const connection = () => cluster;
    return {
      recordLog,
      logger,
      keeper: new FailedLogKeeper({ history, connection, logger, signal }),
    };
  };

  it('keeps the last lines, redacted, as the portal', async () => {
    const cluster = new FakeCluster();
    cluster.answer = () => response(200, 'boom\npassword=hunter2');
    const { keeper: logs, recordLog } = keeper(cluster);
    logs.keep(resource({ name: 'orders' }).row, run);
    await settled();
    expect(cluster.requests[0]).toMatchObject({
      path: '/api/v1/namespaces/sales/pods/orders-driver/log',
      query: { container: 'main', tailLines: 200 },
    });
    expect(cluster.requests[0].as).toBeUndefined();
    expect(recordLog).toHaveBeenCalledWith(
      runId('eu-1', 'uid-orders', 's1'),
      'boom\npassword=***',
    );
  });

  it('asks no more where it may not, and says so once', async () => {
    const cluster = new FakeCluster();
    cluster.answer = () => response(403, { message: 'forbidden' });
    const { keeper: logs, recordLog, logger } = keeper(cluster);
    for (const name of ['a', 'b', 'c']) {
      logs.keep(resource({ name }).row, run);
      await settled();
    }
    expect(cluster.requests).toHaveLength(1);
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(recordLog).not.toHaveBeenCalled();
  });

  it('survives a cluster that does not answer, and does nothing at the end', async () => {
    const cluster = new FakeCluster();
    cluster.answer = () => {
      throw new Error('refused');
    };
    const { keeper: logs } = keeper(cluster);
    logs.keep(resource({ name: 'a' }).row, run);
    await settled();
    cluster.answer = () => response(200, 'later');
    logs.keep(resource({ name: 'b' }).row, run);
    await settled();
    expect(cluster.requests).toHaveLength(2);
    keeper(cluster, AbortSignal.abort()).keeper.keep(
      resource({ name: 'c' }).row,
      run,
    );
    await settled();
    expect(cluster.requests).toHaveLength(2);
  });
});

describe('readSettings', () => {
  const read = (dataPlatform: object) =>
    readSettings(new ConfigReader({ dataPlatform } as never));

  it('has defaults that work', () => {
    const { spark, linkPatterns } = readSettings(new ConfigReader({}));
    expect(spark.versions).toEqual(['4.0.1']);
    expect(spark.examples?.[0].mainApplicationFile).toBe(
      'local:///opt/spark/examples/jars/spark-examples_2.13-4.0.1.jar',
    );
    expect(linkPatterns).toEqual({});
  });

  it('takes what is configured', () => {
    const settings = read({
      spark: {
        versions: ['3.5.6'],
        historyServer: 'https://history.example.com/{appId}',
      },
      history: { days: 30 },
    });
    expect(settings.spark.images).toEqual(['apache/spark:3.5.6']);
    expect(settings.spark.examples?.[0].mainApplicationFile).toContain(
      'spark-examples_2.12-3.5.6.jar',
    );
    expect(settings.linkPatterns.historyServer).toContain('{appId}');
    expect(settings.retention.days).toBe(30);
  });

  it.each([
    [
      { spark: { historyServer: 'ftp://x' } },
      'dataPlatform.spark.historyServer',
    ],
    [{ history: { days: 0 } }, 'dataPlatform.history.days'],
    [{ history: { runsPerJob: 1.5 } }, 'dataPlatform.history.runsPerJob'],
    [
      {
        spark: {
          examples: [
            {
              id: 'x',
              title: 'x',
              language: 'Cobol',
              mainApplicationFile: 'x',
            },
          ],
        },
      },
      'dataPlatform.spark.examples: language "Cobol"',
    ],
  ])('refuses %j by its key', (config, key) => {
    expect(() => read(config)).toThrow(key);
  });
});
