import { sandboxControllers } from '../../controllers/sandboxControllers';
import { seededRandom } from '../../controllers/random';
import { PODS, SERVICES, SPARK_APPLICATIONS } from '../../controllers/refs';
import { sparkPi } from '../../controllers/fixtures/SandboxRig';
import { TestServer } from '../../testing/TestServer';

const server = new TestServer();
const ALLOWED = 'portal';

beforeAll(async () => {
  await server.start({
    controllers: sandboxControllers({ random: seededRandom('proxy') }),
    users: [
      { name: ALLOWED, groups: ['readers'] },
      { name: 'stranger', groups: [] },
    ],
    seed: api => {
      const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1' };
      const make = (plural: string, name: string, content: object) =>
        api.create({ ...rbac, plural }, undefined, {
          metadata: { name },
          ...content,
        });
      make('clusterroles', 'numbers', {
        rules: [
          {
            apiGroups: [''],
            resources: ['pods/proxy', 'services/proxy'],
            verbs: ['get'],
          },
        ],
      });
      make('clusterrolebindings', 'numbers', {
        roleRef: { kind: 'ClusterRole', name: 'numbers' },
        subjects: [{ kind: 'Group', name: 'readers' }],
      });
      make('clusterrolebindings', 'drivers', {
        roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
        subjects: [
          { kind: 'ServiceAccount', name: 'default', namespace: 'default' },
        ],
      });
    },
  });
  server.clock.advance(1_000);
  server.api.create(
    SPARK_APPLICATIONS,
    'default',
    sparkPi('pi', { arguments: ['--duration', '60s'] }),
  );
  server.clock.advance(12_000);
});
afterAll(() => server.stop());

const get = (what: string, path: string, caller = ALLOWED) =>
  server.request('GET', `/api/v1/namespaces/default/${what}/proxy${path}`, {
    caller,
  });

it('passes a request on to the port of a pod, with path and query', async () => {
  const version = await get('pods/pi-driver:4040', '/api/v1/version');
  expect(version.status).toBe(200);
  expect(version.contentType).toMatch(/^application\/json/);
  expect(version.body).toEqual({ spark: '4.0.0' });
  const [{ id }] = (await get('pods/pi-driver:4040', '/api/v1/applications'))
    .body;
  const path = `/api/v1/applications/${id}/stages?status=active`;
  const active = await get('pods/http:pi-driver:4040', path);
  expect(active.body).toMatchObject([{ status: 'ACTIVE' }]);
});

it('finds the ready pods of a service, by number or name of its port', async () => {
  for (const port of ['4040', 'spark-driver-ui-port']) {
    const answer = await get(`services/pi-ui-svc:${port}`, '/api/v1/version');
    expect(answer.body).toEqual({ spark: '4.0.0' });
  }
  const other = await get('services/pi-ui-svc:1', '/api/v1/version');
  expect(other.status).toBe(503);
  expect(other.body.message).toBe(
    'no service port "1" found for service "pi-ui-svc"',
  );
});

it('asks for the right of get on the subresource', async () => {
  const answer = await get('pods/pi-driver:4040', '/', 'stranger');
  expect(answer.status).toBe(403);
  expect(answer.body.message).toBe(
    'pods "pi-driver:4040" is forbidden: User "stranger" cannot get resource "pods/proxy" in API group "" in the namespace "default"',
  );
});

it('answers for what cannot be reached', async () => {
  const absent = await get('pods/nobody:4040', '/');
  expect(absent.status).toBe(404);
  const closed = await get('pods/pi-driver:9', '/');
  expect(closed.status).toBe(503);
  expect(closed.body).toMatchObject({
    reason: 'ServiceUnavailable',
    message: expect.stringMatching(
      /^error trying to reach service: dial tcp 10\.244\.\d+\.\d+:9: connect: connection refused$/,
    ),
  });
  server.api.create(PODS, 'default', {
    metadata: { name: 'pending' },
    spec: {
      nodeSelector: { none: 'such' },
      containers: [{ name: 'main', image: 'x' }],
    },
  });
  const pending = await get('pods/pending:80', '/');
  expect([pending.status, pending.body.message]).toEqual([
    400,
    'address not allowed',
  ]);
  server.api.create(SERVICES, 'default', {
    metadata: { name: 'nothing' },
    spec: { selector: { app: 'none' }, ports: [{ port: 80 }] },
  });
  const empty = await get('services/nothing:80', '/');
  expect([empty.status, empty.body.message]).toEqual([
    503,
    'no endpoints available for service "nothing"',
  ]);
});

it('takes nothing but GET', async () => {
  const answer = await server.request(
    'POST',
    '/api/v1/namespaces/default/pods/pi-driver:4040/proxy/api/v1/version',
  );
  expect(answer.status).toBe(405);
});

it('forgets a driver that has ended', async () => {
  server.clock.advance(90_000);
  const answer = await get('pods/pi-driver:4040', '/api/v1/version');
  expect(answer.status).toBe(503);
});
