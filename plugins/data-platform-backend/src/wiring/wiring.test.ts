import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { Guard } from '../assess/Guard';
import { FakeIndex } from '../http/__testUtils__/FakeIndex';
import { resource, sparkApplication } from '../http/__testUtils__/rows';
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
    expect(liveOperations(live, new FakeIndex(), 0, guard)).toEqual([
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

describe('readSettings', () => {
  const read = (dataPlatform: object) =>
    readSettings(new ConfigReader({ dataPlatform } as never));

  it('has defaults that work', () => {
    const { spark, linkPatterns, logLinks, numbers } = readSettings(
      new ConfigReader({}),
    );
    expect(spark.versions).toEqual(['4.0.1']);
    expect(spark.examples?.[0].mainApplicationFile).toBe(
      'local:///opt/spark/examples/jars/spark-examples_2.13-4.0.1.jar',
    );
    expect(linkPatterns).toEqual({});
    expect(logLinks).toEqual([]);
    expect(numbers).toEqual({
      enabled: true,
      requestsPerSecond: 20,
      historyServers: [],
    });
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
