import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { ADA } from './__testUtils__/people';
import { startPortal } from './__testUtils__/startPortal';

const RUN = { operation: 'spark-job:run' };

// Who may call which route is in ../permissionMatrix.
describe('a service on behalf of a person', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  it('acts as that person', async () => {
    portal.operations.start.mockClear();
    const onBehalf = mockCredentials.service.header({
      onBehalfOf: mockCredentials.user(ADA),
      targetPluginId: 'data-platform',
    });
    const answer = await request(portal.server)
      .post('/api/data-platform/v1/operations')
      .set('Authorization', onBehalf)
      .send(RUN);
    expect(answer.status).toBe(202);
    const [, caller] = portal.operations.start.mock.calls[0];
    expect(caller.actor).toEqual({
      userRef: ADA,
      groups: ['group:default/sales-team'],
      ownershipRefs: [ADA, 'group:default/sales-team'],
    });
  });
});
