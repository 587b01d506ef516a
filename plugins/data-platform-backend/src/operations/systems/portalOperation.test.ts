import { mockCredentials } from '@backstage/backend-test-utils';
import { guardedToys } from '../../approvals/__testUtils__/guardedToys';
import { resource } from '../../http/__testUtils__/rows';
import { TestPlatform } from '../__testUtils__/TestPlatform';
import { Mandate, MandateServices } from '../Mandate';
import { OperationRecord } from '../OperationRecord';
import { Caller } from '../types';

const REQUEST = {
  operation: 'toys:merge',
  resourceId: 'r-1',
  input: { words: 'x' },
};

describe('operations of the portal itself', () => {
  let platform: TestPlatform;
  let toys: ReturnType<typeof guardedToys>;
  const caller = (portal?: boolean): Caller => ({
    actor: {
      userRef: 'portal:default/branch-expiry',
      ...{ groups: [], ownershipRefs: [], portal },
    },
    credentials: mockCredentials.service('plugin:data-platform'),
  });

  beforeEach(async () => {
    platform = await TestPlatform.create();
    toys = guardedToys();
    toys.guarded = false;
    platform.systems = [toys.system];
    platform.index.put(
      resource({
        ...{ id: 'r-1', name: 'fix', kind: 'ToyBranch', source: 'toys' },
        ...{ namespace: 'lake', nature: 'branch' },
      }),
    );
  });
  afterEach(() => platform.close());

  it('are planned, recorded and audited as those of people are', async () => {
    const { run, service } = platform.start();
    const done = await run(REQUEST, caller(true));
    expect(done).toMatchObject({
      ...{ state: 'done', actor: 'portal:default/branch-expiry' },
    });
    expect(toys.done).toHaveLength(1);
    const { items } = await service.list({ limit: 9 });
    expect(items).toEqual([done]);
    expect(platform.audited.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'operation-run' }),
    );
  });

  it('take approval like those of people', async () => {
    toys.guarded = true;
    await expect(platform.start().run(REQUEST, caller(true))).rejects.toThrow(
      'Nobody has asked',
    );
  });

  it('are not open to services', async () => {
    await expect(platform.start().run(REQUEST, caller())).rejects.toThrow(
      'Operations are run by people',
    );
    expect(toys.done).toEqual([]);
  });

  it('are not gone on with after a restart, but come again', async () => {
    const { actor } = caller();
    const mandate = new Mandate(
      { actor, createdAt: 0, requirements: [] } as unknown as OperationRecord,
      {
        clock: platform.clock,
        settings: platform.settings,
      } as unknown as MandateServices,
    );
    await expect(mandate.check()).rejects.toThrow('restarted meanwhile');
  });

  it('never write to a cluster', async () => {
    const operation = 'domain:create';
    const input = { name: 'orders', owner: 'group:default/sales-team' };
    const answer = await platform
      .start()
      .run({ operation, input }, caller(true))
      .catch((error: Error) => error);
    expect(answer).toBeInstanceOf(Error);
    expect(
      [...platform.cluster.objects.keys()].filter(key =>
        key.includes('orders'),
      ),
    ).toEqual([]);
  });
});
