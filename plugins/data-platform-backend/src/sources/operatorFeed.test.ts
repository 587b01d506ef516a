import { deploymentEvidence } from './evidence/deploymentEvidence';
import {
  FakeApiServer,
  sendStatus,
  SPARK,
} from './__testUtils__/FakeApiServer';
import { until } from './__testUtils__/ManualClock';
import { SourcesHarness } from './__testUtils__/SourcesHarness';
import { sparkIntegration } from './__testUtils__/sparkIntegration';

const OPERATED = {
  ...sparkIntegration,
  operator: { title: 'Spark operator', deployment: { name: 'spark-operator' } },
};
const OTHER = {
  ...sparkIntegration,
  id: 'other',
  resources: [],
  operator: { title: 'Other', deployment: { name: 'other-operator' } },
};

describe('the Deployments of operators', () => {
  let server: FakeApiServer;
  let harness: SourcesHarness;

  beforeEach(async () => {
    server = await new FakeApiServer().start();
    server.served.add('apps/v1/deployments');
    harness = new SourcesHarness().connect(server);
  });
  afterEach(async () => {
    await harness.stop();
    await server.stop();
  });

  const lists = () =>
    server.requests.filter(each => each.plural === 'deployments');

  it('are watched once for all operators of a cluster, by their labels', async () => {
    harness.start([OPERATED, OTHER]);
    await harness.watching(server, 'deployments');
    const selectors = lists().map(({ query }) => query.get('labelSelector'));
    expect(new Set(selectors)).toEqual(
      new Set(['app.kubernetes.io/name in (spark-operator,other-operator)']),
    );
    expect(lists().filter(each => each.isWatch)).toHaveLength(1);
  });

  it('are not asked for where no integration names one', async () => {
    harness.start();
    await harness.watching(server, 'sparkapplications');
    expect(lists()).toEqual([]);
  });

  it('are not missed where they may not be read: the source says nothing of them', async () => {
    server.fault((request, res) => {
      const refused = request.plural === 'deployments';
      if (refused) sendStatus(res, 403, 'no');
      return refused;
    });
    harness.start([OPERATED]);
    await harness.watching(server, 'sparkapplications');
    await until(() => harness.sources.warming() === false);
    const [source] = harness.sources.list();
    expect(source.message).toBe('Connected to Kubernetes v1.36.2.');
    expect(source.kinds.map(({ kind }) => kind)).not.toContain('Deployment');
    expect(lists().every(({ namespace }) => namespace === undefined)).toBe(
      true,
    );
  });

  it('are not missed where the server does not know them', async () => {
    server.served = new Set(
      [...server.served].filter(name => name !== 'apps/v1/deployments'),
    );
    expect(server.served.has(SPARK)).toBe(true);
    harness.start([OPERATED]);
    await until(() => harness.sources.warming() === false);
    expect(harness.sources.list()[0].state).toBe('connected');
  });
});

describe('a Deployment, reduced', () => {
  const labels = { 'app.kubernetes.io/name': 'spark-operator' };
  const metadata = { name: 'controller', namespace: 'spark-operator', labels };

  it('keeps whether it is there to work, and nothing of its pods', () => {
    expect(
      deploymentEvidence({
        metadata: { ...metadata, annotations: { secret: 's' } },
        spec: {
          replicas: 2,
          template: { spec: { containers: [{ env: [{ value: 'secret' }] }] } },
        },
        status: {
          availableReplicas: 1,
          conditions: [
            {
              type: 'Available',
              status: 'False',
              lastTransitionTime: '2026-11-22T09:00:00Z',
            },
          ],
        },
      }),
    ).toEqual({
      name: 'controller',
      namespace: 'spark-operator',
      app: 'spark-operator',
      wanted: 2,
      available: 1,
      unavailableSince: Date.parse('2026-11-22T09:00:00Z'),
    });
  });

  it('wants one replica where it does not say, and none where it says so', () => {
    expect(deploymentEvidence({ metadata })).toMatchObject({ wanted: 1 });
    expect(
      deploymentEvidence({ metadata, spec: { replicas: 0 } }),
    ).toMatchObject({ wanted: 0, available: 0 });
  });

  it.each([[undefined], [null], ['x'], [{ metadata: { name: 'x' } }]])(
    'is none of %j',
    raw => expect(deploymentEvidence(raw)).toBeUndefined(),
  );
});
