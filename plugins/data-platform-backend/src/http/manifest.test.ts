import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { parse } from 'yaml';
import { response } from './__testUtils__/FakeCluster';
import { ADA } from './__testUtils__/people';
import { resource } from './__testUtils__/rows';
import { startPortal } from './__testUtils__/startPortal';

const SECRET = 'c4n4ryS3cret';

/** What a careless person might have written, and what servers and tools add to it. */
const OBJECT = {
  apiVersion: 'sparkoperator.k8s.io/v1beta2',
  kind: 'SparkApplication',
  metadata: {
    name: 'orders',
    namespace: 'sales',
    uid: 'uid-orders',
    managedFields: [{ manager: 'kubectl' }],
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': `{"env":"${SECRET}"}`,
      note: 'kept',
    },
  },
  spec: {
    image: 'etl:1',
    sparkConf: {
      'spark.executor.memory': '2g',
      'spark.hadoop.fs.s3a.secret.key': SECRET,
      'spark.hadoop.fs.s3a.access.key': SECRET,
    },
    driver: {
      env: [
        { name: 'DB_PASSWORD', value: SECRET },
        { name: 'LEVEL', value: 'debug' },
        { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
      ],
    },
    arguments: ['--password', SECRET],
  },
};

describe('GET /v1/resources/{id}/manifest', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal();
    portal.index.put(
      resource({ name: 'orders', ownerRef: 'group:default/sales-team' }),
    );
  });
  afterAll(() => portal.stop());

  const get = () =>
    request(portal.server)
      .get('/api/data-platform/v1/resources/id-orders/manifest')
      .set('Authorization', mockCredentials.user.header(ADA))
      .buffer(true)
      .parse((res, done) => {
        let text = '';
        res.on('data', chunk => {
          text += chunk;
        });
        res.on('end', () => done(null, text));
      });

  it('is the object as the cluster has it, without secrets', async () => {
    portal.cluster.answer = () => response(200, OBJECT);
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/yaml');
    expect(answer.body).not.toContain(SECRET);
    const shown = parse(answer.body);
    expect(shown.metadata).toEqual({
      name: 'orders',
      namespace: 'sales',
      uid: 'uid-orders',
      annotations: { note: 'kept' },
    });
    expect(shown.spec.sparkConf['spark.executor.memory']).toBe('2g');
    expect(shown.spec.driver.env[1].value).toBe('debug');
    expect(shown.spec.driver.env[2]).toEqual(OBJECT.spec.driver.env[2]);
    expect(portal.cluster.requests.at(-1)).toMatchObject({
      path: '/apis/sparkoperator.k8s.io/v1beta2/namespaces/sales/sparkapplications/orders',
      as: { user: 'backstage:user:default/ada' },
    });
  });

  it('is not that of another object of the same name', async () => {
    portal.cluster.answer = () =>
      response(200, {
        ...OBJECT,
        metadata: { name: 'orders', uid: 'another' },
      });
    const answer = await get();
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('made anew under its name');
  });

  it('is refused in the words of the cluster, with who was sent', async () => {
    portal.cluster.answer = () =>
      response(403, { message: 'sparkapplications is forbidden' });
    const answer = await get();
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('asked as backstage:user:default/ada');
    expect(answer.body).toContain('sparkapplications is forbidden');
  });
});
