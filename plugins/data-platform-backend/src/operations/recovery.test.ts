import { migrated, testDatabases } from '../__testUtils__/databases';
import { ClusterError } from '../clusters/ClusterError';
import { Power } from './__testUtils__/Power';
import {
  domainRequest,
  jobRequest,
  productRequest,
} from './__testUtils__/requests';
import { ada, TestPlatform } from './__testUtils__/TestPlatform';

const LATER_MS = 2 * 60_000;

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('recovery on %s', databaseId => {
  let base: TestPlatform;
  let platform: TestPlatform;
  beforeAll(async () => {
    base = await TestPlatform.create(
      await migrated(await databases.init(databaseId)),
    );
  });
  beforeEach(async () => {
    platform = await base.anew();
  });

  async function accept() {
    const portal = platform.start();
    const { id } = await portal.service.start(
      domainRequest(),
      ada(),
      new AbortController().signal,
    );
    return { id, portal };
  }

  it('two processes never run one operation at once', async () => {
    await platform
      .start(new Power(25))
      .run(domainRequest())
      .catch(() => undefined);
    platform.clock.advance(LATER_MS);
    const first = platform.start();
    const second = platform.start();
    await Promise.all([first.runner.resumeDue(), second.runner.resumeDue()]);
    await Promise.all([first.runner.idle(), second.runner.idle()]);
    const namespaces = platform.cluster.calls.filter(
      ({ method, plural, dryRun }) =>
        method === 'POST' && plural === 'namespaces' && !dryRun,
    );
    expect(namespaces).toHaveLength(1);
    const [operation] = (await first.service.list({ limit: 1 })).items;
    expect(operation.state).toBe('done');
  });

  it('is undone, not carried on, once too long has passed without the person’s token', async () => {
    await platform
      .start(new Power(30))
      .run(domainRequest())
      .catch(() => undefined);
    expect(platform.cluster.keys()).not.toEqual([]);
    platform.clock.advance(16 * 60_000);
    const { runner, service } = platform.start();
    await runner.resumeDue();
    await runner.idle();
    const [operation] = (await service.list({ limit: 1 })).items;
    expect(operation).toMatchObject({
      state: 'failed',
      error: expect.stringContaining(
        'interrupted for too long to go on in the name of user:default/ada',
      ),
    });
    expect(platform.cluster.keys()).toEqual([]);
  });

  it('does not go on for a person whom the catalog no longer knows', async () => {
    await platform
      .start(new Power(30))
      .run(domainRequest())
      .catch(() => undefined);
    platform.catalog = platform.catalog.filter(({ kind }) => kind !== 'User');
    platform.clock.advance(LATER_MS);
    const { runner, service } = platform.start();
    await runner.resumeDue();
    await runner.idle();
    const [operation] = (await service.list({ limit: 1 })).items;
    expect(operation.error).toContain(
      'user:default/ada is no longer in the catalog',
    );
    expect(platform.cluster.keys()).toEqual([]);
  });

  it('goes on with those groups alone that the person had then and has now', async () => {
    const setUp = platform.start();
    await setUp.run(domainRequest());
    await setUp.run(productRequest());
    const before = platform.cluster.calls.length;
    const power = new Power();
    platform.cluster.refuse = ({ plural, dryRun, method }) =>
      method === 'POST' &&
      plural === 'scheduledsparkapplications' &&
      !dryRun &&
      !power.off
        ? { code: 500, message: 'etcd is away' }
        : undefined;
    await platform
      .start(new Power(24))
      .run(jobRequest({ schedule: { cron: '0 2 * * *' } }))
      .catch(() => undefined);
    platform.cluster.refuse = () => undefined;
    platform.catalog = platform.catalog.map(entity =>
      entity.metadata.name === 'ada'
        ? {
            ...entity,
            relations: [
              { type: 'memberOf', targetRef: 'group:default/new-team' },
            ],
          }
        : entity,
    );
    platform.clock.advance(LATER_MS);
    const { runner } = platform.start();
    const resumedFrom = platform.cluster.calls.length;
    expect(resumedFrom).toBeGreaterThan(before);
    await runner.resumeDue();
    await runner.idle();
    const sent = platform.cluster.calls
      .slice(resumedFrom)
      .flatMap(({ request }) => (request.as ? [request.as] : []));
    expect(sent.length).toBeGreaterThan(0);
    for (const person of sent) {
      expect(person).toEqual({
        user: 'backstage:user:default/ada',
        groups: [],
      });
    }
  });

  it('tries again what brought no answer, and finds what the lost answer had made', async () => {
    let lost = false;
    const { request } = platform.cluster;
    platform.cluster.request = async call => {
      const response = await request.call(platform.cluster, call);
      if (
        !lost &&
        call.method === 'POST' &&
        call.path.endsWith('/resourcequotas') &&
        !call.query?.dryRun
      ) {
        lost = true;
        throw new ClusterError('eu-1', 'reset', 'the connection was cut');
      }
      return response;
    };
    const done = await platform.start().run(domainRequest());
    expect(done.state).toBe('done');
    expect(lost).toBe(true);
    expect(
      platform.cluster.keys().filter(key => key.includes('resourcequotas')),
    ).toHaveLength(1);
  });

  it('keeps trying to clean up while the cluster is away, and says what is left when it gives up', async () => {
    let away = false;
    platform.cluster.refuse = ({ method, plural, dryRun }) => {
      if (method === 'POST' && plural === 'rolebindings' && !dryRun) {
        away = true;
        return { code: 403, message: 'no' };
      }
      return away && method === 'DELETE'
        ? { code: 503, message: 'away' }
        : undefined;
    };
    const portal = platform.start();
    const pending = await portal.run(domainRequest());
    expect(pending.state).toBe('running');
    expect(platform.cluster.keys()).toContain('/namespaces/sales');

    platform.clock.advance(LATER_MS);
    platform.cluster.refuse = () => undefined;
    await portal.runner.resumeDue();
    await portal.runner.idle();
    expect((await portal.service.get(pending.id))?.state).toBe('failed');
    expect(platform.cluster.keys()).toEqual([]);
  });

  it('hands an operation over when the process is asked to stop', async () => {
    const portal = platform.start();
    const { request } = platform.cluster;
    platform.cluster.request = async call => {
      if (
        call.method === 'POST' &&
        call.path.endsWith('/limitranges') &&
        !call.query?.dryRun
      ) {
        void portal.runner.stop();
        throw new ClusterError('eu-1', 'aborted', 'aborted');
      }
      return request.call(platform.cluster, call);
    };
    await portal.run(domainRequest());
    platform.cluster.request = request;
    platform.clock.advance(1);
    const next = platform.start();
    await next.runner.resumeDue();
    await next.runner.idle();
    const [operation] = (await next.service.list({ limit: 1 })).items;
    expect(operation.state).toBe('done');
  });

  it('accepts in one process and can be waited for in another', async () => {
    const { id, portal } = await accept();
    const other = platform.start();
    const [seen] = await Promise.all([
      other.service.get(id, { waitMs: 20_000 }),
      portal.runner.idle(),
    ]);
    expect(seen?.id).toBe(id);
    expect((await other.service.get(id))?.state).toBe('done');
  });
});
