import {
  LABEL_DOMAIN,
  LABEL_ROLE,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  FakeApiServer,
  sendJson,
  sendStatus,
  SPARK,
  SPARK_APPS,
} from './__testUtils__/FakeApiServer';
import { FakeRequest } from './__testUtils__/fakeRequest';
import { until } from './__testUtils__/ManualClock';
import { SourcesHarness } from './__testUtils__/SourcesHarness';

const SPARK_V1 = 'sparkoperator.k8s.io/v1/sparkapplications';
const isSpark = ({ plural }: FakeRequest) => plural === 'sparkapplications';

// Real requests on a busy machine; the clock itself is driven.
jest.setTimeout(60_000);

describe('ClusterSource and the kinds of a cluster', () => {
  let server: FakeApiServer;
  let harness: SourcesHarness;

  beforeEach(async () => {
    server = await new FakeApiServer().start();
    harness = new SourcesHarness().connect(server);
  });

  afterEach(async () => {
    await harness.stop();
    await server.stop();
  });

  const put = (namespace: string, name: string) =>
    server.store.put(SPARK_APPS, namespace, name);
  const sparkState = () => harness.sink.kind('SparkApplication')?.state;
  const shown = async () => {
    harness.start();
    await harness.watching(server, 'sparkapplications');
    await until(() => harness.sink.names().length > 0);
  };

  describe('discovery', () => {
    it('leaves a kind dormant until it is installed', async () => {
      server.served.delete(SPARK);
      harness.start();
      await until(() => sparkState() === 'dormant');
      await until(() => !harness.sources.warming());
      expect(server.count(isSpark)).toBe(0);
      server.served.add(SPARK);
      put('sales', 'a');
      await harness.passUntil(() => harness.sink.names().length === 1, 5_000);
      expect(sparkState()).toBe('watching');
    });

    it('asks group by group where the server knows no aggregated discovery', async () => {
      server.aggregatedDiscovery = false;
      put('sales', 'a');
      await shown();
      expect(
        server.count(({ path }) => path === '/apis/sparkoperator.k8s.io/v1'),
      ).toBe(1);
      expect(
        server.count(
          ({ path }) => path === '/apis/sparkoperator.k8s.io/v1beta2',
        ),
      ).toBe(1);
    });

    it('tries the preferred version where it may not discover', async () => {
      server.served.add(SPARK_V1);
      server.fault((request, res) => {
        if (request.path !== '/apis') {
          return false;
        }
        sendStatus(res, 403, 'forbidden');
        return true;
      });
      put('sales', 'a');
      await shown();
      expect([...harness.sink.rows.values()][0].scope.version).toBe('v1');
    });

    it('switches to a version that it prefers once that is served', async () => {
      put('sales', 'a');
      await shown();
      server.served.add(SPARK_V1);
      await harness.passUntil(
        () => harness.sink.rows.values().next().value?.scope.version === 'v1',
        5_000,
      );
      await until(
        () =>
          server.watching.filter(isSpark).length === 1 &&
          server.watching.filter(isSpark)[0].served === SPARK_V1,
      );
      expect(harness.sink.names()).toEqual(['sales/a']);
      expect(harness.sink.calls.join()).not.toContain('remove');
    });

    it('keeps the rows of a kind that is no longer served until that is certain', async () => {
      put('sales', 'a');
      await shown();
      server.served.delete(SPARK);
      server.endWatches('sparkapplications', 'reset');
      await harness.passUntil(() => sparkState() === 'dormant');
      expect(harness.sink.names()).toEqual(['sales/a']);
      expect([...harness.sink.marks.values()]).toEqual([
        'Cluster eu-1 no longer serves SparkApplication.',
      ]);
      await harness.passUntil(() => harness.sink.names().length === 0, 5_000);
      expect(harness.sink.marks.size).toBe(0);
    });

    it('follows a kind that was reinstalled in another version', async () => {
      put('sales', 'a');
      await shown();
      server.served.delete(SPARK);
      server.served.add(SPARK_V1);
      server.endWatches('sparkapplications', 'reset');
      put('sales', 'b');
      await harness.passUntil(() => harness.sink.names().length === 2);
      await harness.passUntil(() => harness.sink.marks.size === 0);
      expect(sparkState()).toBe('watching');
    });
  });

  describe('rights', () => {
    /** Forbids reading of Spark objects beyond these namespaces. */
    const allowOnly = (...namespaces: string[]) =>
      server.fault((request, res) => {
        if (
          !isSpark(request) ||
          (request.namespace && namespaces.includes(request.namespace))
        ) {
          return false;
        }
        sendStatus(res, 403, 'sparkapplications is forbidden');
        return true;
      });

    it('falls back to the configured namespaces', async () => {
      await harness.stop();
      harness = new SourcesHarness().connect(server, {
        namespaces: ['sales', 'hr'],
      });
      allowOnly('sales');
      put('sales', 'a');
      put('hr', 'b');
      await shown();
      await until(() => !harness.sources.warming());
      expect(harness.sink.names()).toEqual(['sales/a']);
      expect(harness.sink.kind('SparkApplication')).toEqual({
        kind: 'SparkApplication',
        group: 'sparkoperator.k8s.io',
        version: 'v1beta2',
        state: 'watching',
        namespaces: ['sales'],
      });
      put('sales', 'c');
      await until(() => harness.sink.names().length === 2);
    });

    it('falls back to the namespaces of domains, as they come and go', async () => {
      allowOnly('sales', 'hr');
      const label = (name: string) =>
        server.store.put(
          '/namespaces',
          undefined,
          name,
          {},
          {
            labels: { [LABEL_DOMAIN]: `default.${name}` },
          },
        );
      label('sales');
      put('sales', 'a');
      put('hr', 'b');
      await shown();
      expect(harness.sink.names()).toEqual(['sales/a']);
      label('hr');
      await until(() => harness.sink.names().length === 2);
      server.store.delete('/namespaces', undefined, 'sales');
      await until(() => harness.sink.names().join() === 'hr/b');
    });

    it('is forbidden, not empty, where no namespace may be read', async () => {
      allowOnly();
      harness.start();
      await until(() => sparkState() === 'forbidden');
      expect(harness.sink.kind('SparkApplication')?.message).toBe(
        'The portal may not: sparkapplications is forbidden.',
      );
      expect(harness.sink.calls.join()).not.toContain('replace');
      await until(() => !harness.sources.warming());
    });

    it('takes the whole cluster back once it may', async () => {
      const end = allowOnly('sales');
      server.store.put(
        '/namespaces',
        undefined,
        'sales',
        {},
        {
          labels: { [LABEL_DOMAIN]: 'default.sales' },
        },
      );
      put('sales', 'a');
      put('hr', 'b');
      await shown();
      end();
      await harness.passUntil(() => harness.sink.names().length === 2, 5_000);
      await until(() => server.watching.filter(isSpark).length === 1);
      expect(harness.sink.marks.size).toBe(0);
      expect(harness.sink.kind('SparkApplication')?.namespaces).toBe(undefined);
    });

    it('marks rows that it may no longer read', async () => {
      put('sales', 'a');
      await shown();
      allowOnly();
      server.endWatches('sparkapplications', 'reset');
      await harness.passUntil(() => harness.sink.marks.size === 1);
      expect(harness.sink.names()).toEqual(['sales/a']);
    });

    it('keeps marking only what it may no longer read', async () => {
      server.store.put(
        '/namespaces',
        undefined,
        'sales',
        {},
        {
          labels: { [LABEL_DOMAIN]: 'default.sales' },
        },
      );
      put('sales', 'a');
      put('hr', 'b');
      await shown();
      const end = allowOnly('sales');
      server.endWatches('sparkapplications', 'reset');
      await harness.passUntil(() => sparkState() === 'watching');
      await harness.passUntil(() =>
        expect([...harness.sink.marks.keys()]).toEqual([
          'eu-1/SparkApplication/hr',
        ]),
      );
      expect(harness.sink.names()).toEqual(['hr/b', 'sales/a']);
      end();
      await harness.passUntil(() => harness.sink.marks.size === 0, 5_000);
      expect(harness.sink.names()).toEqual(['hr/b', 'sales/a']);
    });

    it('names the rights that it lacks', async () => {
      server.fault((request, res) => {
        if (request.method !== 'POST') {
          return false;
        }
        sendJson(res, 201, { status: { allowed: false } });
        return true;
      });
      await harness.start();
      await until(() =>
        expect(harness.sink.message()).toMatch(
          /^Connected to Kubernetes v1\.36\.2, but: The portal may not get, list, watch sparkapplications\.sparkoperator\.k8s\.io .* \(and \d more\)$/,
        ),
      );
      expect(harness.sink.state()).toBe('connected');
    });
  });

  describe('evidence', () => {
    const scopes = () =>
      new Set(harness.sink.evidenceChanges.map(change => change.scope));

    it('is watched by the selectors of the integrations alone', async () => {
      harness.start();
      await until(() => !harness.sources.warming());
      expect(scopes()).toEqual(
        new Set([
          'namespaces?labelSelector=millrace.dev%2Fdomain',
          'pods?labelSelector=spark-role',
          'events?fieldSelector=type%3DWarning',
          'events?fieldSelector=involvedObject.kind%3DSparkApplication',
          'resourcequotas',
          'limitranges',
          'rolebindings?labelSelector=millrace.dev%2Frole',
        ]),
      );
    });

    it('follows pods and role bindings', async () => {
      harness.start();
      await harness.watching(server, 'rolebindings');
      await harness.watching(server, 'pods');
      server.store.put('/pods', 'sales', 'other');
      server.store.put(
        '/pods',
        'sales',
        'driver',
        {},
        {
          labels: { 'spark-role': 'driver' },
        },
      );
      server.store.put(
        'rbac.authorization.k8s.io/rolebindings',
        'sales',
        'members',
        { subjects: [{ kind: 'Group', name: 'backstage:group:default/x' }] },
        { labels: { [LABEL_ROLE]: 'member' } },
      );
      server.store.delete('/pods', 'sales', 'driver');
      await until(() =>
        expect(harness.sink.evidenceChanges).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              type: 'roleBinding',
              op: 'upsert',
              item: {
                name: 'members',
                namespace: 'sales',
                role: 'member',
                groups: ['backstage:group:default/x'],
              },
            }),
            expect.objectContaining({
              type: 'pod',
              op: 'remove',
              item: expect.objectContaining({ name: 'driver' }),
            }),
          ]),
        ),
      );
      expect(JSON.stringify(harness.sink.evidenceChanges)).not.toContain(
        'other',
      );
    });

    it('is forbidden without harm to the objects', async () => {
      server.fault((request, res) => {
        if (request.plural !== 'pods') {
          return false;
        }
        sendStatus(res, 403, 'pods is forbidden');
        return true;
      });
      put('sales', 'a');
      await shown();
      await until(() => harness.sink.kind('Pod')?.state === 'forbidden');
      expect(sparkState()).toBe('watching');
      expect(harness.sink.state()).toBe('connected');
    });
  });
});
