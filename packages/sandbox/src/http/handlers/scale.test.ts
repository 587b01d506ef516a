import { sandboxControllers } from '../../controllers/sandboxControllers';
import { seededRandom } from '../../controllers/random';
import { PODS } from '../../controllers/refs';
import { TestServer } from '../../testing/TestServer';

const server = new TestServer();
const PATH = '/apis/apps/v1/namespaces/default/deployments';

beforeAll(async () => {
  await server.start({
    controllers: sandboxControllers({ random: seededRandom('scale') }),
  });
  server.clock.advance(1_000);
  await server.request('POST', PATH, {
    body: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'main', image: 'nginx:1' }] },
        },
      },
    },
  });
  server.clock.advance(5_000);
});
afterAll(() => server.stop());

const pods = () => server.api.list(PODS, 'default', { app: 'web' });
const patch = (path: string, body: unknown) =>
  server.request('PATCH', path, {
    body,
    headers: { 'Content-Type': 'application/merge-patch+json' },
  });

it('makes the pods of a Deployment and counts those that are ready', async () => {
  expect(pods()).toHaveLength(2);
  const { body } = await server.request('GET', `${PATH}/web`);
  expect(body.status).toMatchObject({ readyReplicas: 2, updatedReplicas: 2 });
  const available = body.status.conditions.find(
    (one: { type: string }) => one.type === 'Available',
  );
  expect(available.status).toBe('True');
});

it('is read and patched through the subresource, as kubectl scale does', async () => {
  const scale = await server.request('GET', `${PATH}/web/scale`);
  expect(scale.body).toMatchObject({
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    spec: { replicas: 2 },
    status: { replicas: 2, selector: 'app=web' },
  });
  const scaled = await patch(`${PATH}/web/scale`, { spec: { replicas: 0 } });
  expect(scaled.body.spec.replicas).toBe(0);
  server.clock.advance(5_000);
  expect(pods()).toEqual([]);
  const { body } = await server.request('GET', `${PATH}/web`);
  expect(body.status.readyReplicas).toBeUndefined();
});

it('is patched through the object itself as well', async () => {
  await patch(`${PATH}/web`, { spec: { replicas: 1 } });
  server.clock.advance(5_000);
  expect(pods()).toHaveLength(1);
});

it('refuses what is no number of replicas', async () => {
  const none = await patch(`${PATH}/web/scale`, { spec: { replicas: 'one' } });
  expect(none.status).toBe(400);
  const negative = await patch(`${PATH}/web/scale`, { spec: { replicas: -1 } });
  expect(negative.status).toBe(422);
});

it('is told by discovery, with the group of its own kind', async () => {
  const { body } = await server.request('GET', '/apis/apps/v1');
  const found = body.resources.find(
    (one: { name: string }) => one.name === 'deployments/scale',
  );
  expect(found).toMatchObject({
    group: 'autoscaling',
    version: 'v1',
    kind: 'Scale',
    verbs: ['get', 'patch', 'update'],
  });
});

it('refuses a selector that does not find the pods of the template', async () => {
  const { status, body } = await server.request('POST', PATH, {
    body: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'lost' },
      spec: {
        selector: { matchLabels: { app: 'lost' } },
        template: {
          metadata: { labels: { app: 'found' } },
          spec: { containers: [{ name: 'main', image: 'nginx:1' }] },
        },
      },
    },
  });
  expect(status).toBe(422);
  expect(body.message).toMatch(/`selector` does not match template `labels`/);
});
