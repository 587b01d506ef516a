import { ConfigReader } from '@backstage/config';
import { historyServerOf } from './HistoryServers';
import { readNumbersSettings } from './NumbersSettings';

const read = (spark: object) =>
  readNumbersSettings(new ConfigReader({ dataPlatform: { spark } } as never));
const servers = (...historyServers: object[]) => read({ historyServers });

describe('readNumbersSettings', () => {
  it('takes an address with headers, and a service of the cluster', () => {
    expect(
      servers(
        {
          clusters: ['eu-1'],
          url: 'https://history.example.com/spark',
          headers: { Authorization: 'Bearer t' },
        },
        { service: 'spark/history-server:18080' },
      ).historyServers,
    ).toEqual([
      {
        clusters: ['eu-1'],
        address: {
          url: 'https://history.example.com/spark',
          headers: { Authorization: 'Bearer t' },
        },
      },
      {
        address: {
          service: { namespace: 'spark', name: 'history-server', port: 18080 },
        },
      },
    ]);
  });

  it('can be slowed down and switched off', () => {
    expect(read({ numbers: { enabled: false, requestsPerSecond: 2 } })).toEqual(
      { enabled: false, requestsPerSecond: 2, historyServers: [] },
    );
  });

  it.each([
    [{}, 'exactly one of url and service'],
    [
      { url: 'https://a.example', service: 'a/b:1' },
      'exactly one of url and service',
    ],
    [{ url: 'ftp://a.example' }, 'must be the http(s) address'],
    [{ url: 'https://a.example/?x=1' }, 'must be the http(s) address'],
    [{ url: 'https://me:pw@a.example' }, 'must not hold credentials'],
    [{ url: 'https://a.example', headers: { Host: 'b' } }, 'headers.Host'],
    [
      { url: 'https://a.example', headers: { a: 'b\r\nc: d' } },
      'headers.a is no header',
    ],
    [{ service: 'a/b:1', headers: { a: 'b' } }, 'headers are for a url'],
    [{ service: 'a/../../x:1' }, 'namespace/service:port'],
    [{ service: 'a/b:99999' }, 'namespace/service:port'],
  ])('refuses %j by its key', (entry, words) => {
    expect(() => servers(entry)).toThrow(
      'dataPlatform.spark.historyServers[0]',
    );
    expect(() => servers(entry)).toThrow(words);
  });

  it.each([0, -1, 10_000])('refuses %d requests a second', perSecond => {
    expect(() => read({ numbers: { requestsPerSecond: perSecond } })).toThrow(
      'dataPlatform.spark.numbers.requestsPerSecond',
    );
  });
});

describe('historyServerOf', () => {
  const { historyServers } = servers(
    { clusters: ['eu-1'], url: 'https://eu.example' },
    { url: 'https://all.example' },
  );

  it('is the first that has the logs of the cluster', () => {
    expect(historyServerOf(historyServers, 'eu-1')).toBe(historyServers[0]);
    expect(historyServerOf(historyServers, 'us-2')).toBe(historyServers[1]);
    expect(historyServerOf([], 'us-2')).toBeUndefined();
  });
});
