import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Request } from 'express';
import { ADA, FakePolicy, MALLORY } from '../http/__testUtils__/people';
import { Viewers } from './Viewers';

const asUser = (ref: string) =>
  ({
    headers: { authorization: mockCredentials.user.header(ref) },
  } as unknown as Request);

describe('Viewers', () => {
  let now = 0;
  let policy: FakePolicy;
  let viewers: Viewers;

  beforeEach(() => {
    now = 0;
    policy = new FakePolicy();
    viewers = new Viewers({
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.none(),
      }),
      permissions: policy,
      userInfo: mockServices.userInfo({
        ownershipEntityRefs: [ADA, 'group:default/sales-team'],
      }),
      now: () => now,
    });
  });

  it('asks once for many requests at once, and again after 5 s', async () => {
    await Promise.all(
      Array.from({ length: 50 }, () => viewers.of(asUser(ADA))),
    );
    now = 4_999;
    await viewers.of(asUser(ADA));
    expect(policy.asked).toBe(1);
    now = 5_000;
    await viewers.of(asUser(ADA));
    expect(policy.asked).toBe(2);
  });

  it('verifies a token as often as it asks, and never believes it beyond its expiry', async () => {
    const httpAuth = mockServices.httpAuth();
    const verify = jest.spyOn(httpAuth, 'credentials');
    const expiresAt = new Date(2_000);
    verify.mockImplementation(async () => ({
      ...mockCredentials.user(ADA),
      expiresAt,
    }));
    viewers = new Viewers({
      httpAuth,
      permissions: policy,
      userInfo: mockServices.userInfo(),
      now: () => now,
    });
    await viewers.of(asUser(ADA));
    now = 1_999;
    await viewers.of(asUser(ADA));
    expect(verify).toHaveBeenCalledTimes(1);
    now = 2_000;
    verify.mockRejectedValue(new Error('expired'));
    await expect(viewers.of(asUser(ADA))).rejects.toThrow('expired');
  });

  it('asks every time about who shows no token', async () => {
    const nobody = { headers: {} } as unknown as Request;
    await expect(viewers.of(nobody)).rejects.toThrow();
    await expect(viewers.of(nobody)).rejects.toThrow();
    expect(policy.asked).toBe(0);
  });

  it('knows the groups from the verified identity', async () => {
    const viewer = await viewers.of(asUser(ADA));
    expect(viewer.groups).toEqual(['group:default/sales-team']);
    expect(viewer.ownershipRefs).toContain(ADA);
  });

  it('never mixes two people up', async () => {
    const ada = await viewers.of(asUser(ADA));
    const bob = await viewers.of(asUser('user:default/bob'));
    expect(bob.userRef).toBe('user:default/bob');
    expect(bob.tag).not.toBe(ada.tag);
  });

  it('forgets a failure at once', async () => {
    const fail = jest
      .spyOn(policy, 'authorizeConditional')
      .mockRejectedValueOnce(new Error('down'));
    await expect(viewers.of(asUser(ADA))).rejects.toThrow('down');
    fail.mockRestore();
    await expect(viewers.of(asUser(ADA))).resolves.toBeDefined();
  });

  it('refuses who may see nothing, and asks past the cache for streams', async () => {
    await expect(viewers.of(asUser(MALLORY))).rejects.toThrow(
      /user:default\/mallory may not see the data platform/,
    );
    const { credentials } = await viewers.of(asUser(ADA));
    policy.overrides.set(ADA, { result: AuthorizeResult.DENY });
    await expect(viewers.again(credentials)).rejects.toThrow(/may not see/);
  });

  it('keeps a bounded number', async () => {
    for (let n = 0; n < 2_100; n += 1) {
      await viewers.of(asUser(`user:default/u${n}`));
    }
    const before = policy.asked;
    await viewers.of(asUser('user:default/u2099'));
    expect(policy.asked).toBe(before);
    await viewers.of(asUser('user:default/u0'));
    expect(policy.asked).toBe(before + 1);
  });
});
