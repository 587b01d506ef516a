import { mockCredentials } from '@backstage/backend-test-utils';
import { record, reviewer, SALES } from '../approvals/__testUtils__/records';
import { toApproval } from '../approvals/toApproval';
import { ADA, MALLORY } from '../http/__testUtils__/people';
import { startTools } from './__testUtils__/startTools';

describe('list-approvals', () => {
  let portal: Awaited<ReturnType<typeof startTools>>;

  beforeAll(async () => {
    portal = await startTools();
  });
  afterAll(() => portal.stop());

  it('tells what waits for the person who asks', async () => {
    const asked = toApproval(record(), [], reviewer('olga', [SALES]));
    portal.approvals.list.mockResolvedValueOnce({
      ...{ items: [asked], total: 1, toReview: 1 },
    });
    const told = await portal.call('list-approvals', {});
    expect(told).toMatchObject({
      approvals: [
        {
          ...{ approvalId: 'a-1', mayDecide: true, pins: { source: 'c1' } },
          title: 'Merge fix into main of lake',
        },
      ],
      toReview: 1,
    });
    expect(portal.approvals.list).toHaveBeenLastCalledWith(
      { role: 'toReview', limit: 20, offset: 0 },
      expect.objectContaining({ userRef: ADA }),
    );
  });

  it('tells nothing to who may see nothing', async () => {
    await expect(
      portal.call('list-approvals', {}, mockCredentials.user(MALLORY)),
    ).rejects.toThrow('may not see the data platform');
  });
});
