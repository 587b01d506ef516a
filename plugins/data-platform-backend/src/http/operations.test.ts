import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import request from 'supertest';
import { OperationRefusedError } from '../operations/OperationRefusedError';
import { operation } from './__testUtils__/fakes';
import { ADA, ROOT } from './__testUtils__/people';
import { startPortal } from './__testUtils__/startPortal';

const ada = mockCredentials.user.header(ADA);
const root = mockCredentials.user.header(ROOT);

describe('operations over HTTP', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  const post = (path: string, body: object | string) =>
    request(portal.server)
      .post(`/api/data-platform/v1/operations${path}`)
      .set('Authorization', ada)
      .set('Content-Type', 'application/json')
      .send(body);
  const get = (path: string, authorization = ada) =>
    request(portal.server)
      .get(`/api/data-platform/v1/operations${path}`)
      .set('Authorization', authorization);

  it('accepts with 202', async () => {
    const answer = await post('', { operation: 'spark-job:run', input: {} });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual(operation());
  });

  it.each([
    [new NotAllowedError('user:default/ada may not run it.'), 403],
    [new ConflictError('root is making it.'), 409],
  ])('tells a refusal with its code: %s', async (error, status) => {
    portal.operations.start.mockRejectedValueOnce(error);
    const answer = await post('', { operation: 'spark-job:run' });
    expect(answer.status).toBe(status);
    expect(answer.body.error).toEqual({
      name: error.name,
      message: error.message,
    });
  });

  it('tells findings with 422', async () => {
    const findings = [
      { level: 'error' as const, field: 'name', message: 'Too long.' },
    ];
    portal.operations.start.mockRejectedValueOnce(
      new OperationRefusedError('New domain', findings),
    );
    const answer = await post('', { operation: 'domain:create' });
    expect(answer.status).toBe(422);
    expect(answer.body.error.findings).toEqual(findings);
    expect(answer.body.error.message).toContain('Too long.');
  });

  it('refuses a body without an operation, by name', async () => {
    const answer = await post('/plan', { input: {} });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(
      "body must have required property 'operation'",
    );
  });

  it('refuses what is no JSON', async () => {
    const answer = await post('/plan', '{"operation": ');
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('not valid JSON');
  });

  it('refuses more than 1 MB with 413', async () => {
    const manifest = 'x'.repeat(1024 * 1024 + 1);
    const answer = await post('/plan', {
      operation: 'spark-job:create',
      input: { manifest },
    });
    expect(answer.status).toBe(413);
    expect(answer.body.error.message).toContain('larger than 1 MB');
  });

  it('shows everyone their own, and to some what others did', async () => {
    portal.operations.list.mockClear();
    const mine =
      '?entityRef=component:default/orders-daily&limit=5&q=a%20b&state=cancelled';
    expect((await get(mine)).status).toBe(200);
    expect((await get('', root)).status).toBe(200);
    expect(portal.operations.list.mock.calls).toEqual([
      [
        {
          visible: {
            actor: ADA,
            entityRefs: [],
            ownerRefs: [ADA, 'group:default/sales-team'],
          },
          entityRef: 'component:default/orders-daily',
          limit: 5,
          q: 'a b',
          state: 'cancelled',
        },
      ],
      [{ entityRef: undefined, limit: 50 }],
    ]);
    portal.operations.get.mockResolvedValue(operation({ actor: ROOT }));
    expect((await get('/op-2')).status).toBe(404);
    expect((await get('/op-2', root)).status).toBe(200);
    // Unregistered since: the catalog does not know any more that it was theirs.
    const ownerRef = 'group:default/sales-team';
    portal.operations.get.mockResolvedValue(
      operation({ actor: ROOT, ownerRef }),
    );
    expect((await get('/op-2')).status).toBe(200);
    portal.operations.get.mockReset();
  });

  it('waits for the end when asked', async () => {
    portal.operations.get.mockImplementation(async (_id, options) =>
      operation({ state: options?.waitMs ? 'done' : 'running' }),
    );
    expect((await get('/op-1')).body.state).toBe('running');
    expect((await get('/op-1?wait=3')).body.state).toBe('done');
    expect(portal.operations.get).toHaveBeenLastCalledWith(
      'op-1',
      expect.objectContaining({ waitMs: 3000 }),
    );
    expect((await get('/op-1?wait=26')).status).toBe(400);
    portal.operations.get.mockReset();
  });
});
