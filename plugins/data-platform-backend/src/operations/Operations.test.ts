import { mockCredentials } from '@backstage/backend-test-utils';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { ClusterError } from '../clusters/ClusterError';
import { OperationTable } from './OperationTable';
import { textAnswer } from './__testUtils__/answers';
import { domainRequest } from './__testUtils__/requests';
import { ada, ben, TestPlatform } from './__testUtils__/TestPlatform';

const signal = () => new AbortController().signal;

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('Operations on %s', databaseId => {
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

  it('accepts one request once, however often it is sent', async () => {
    const { service, runner } = platform.start();
    const request = domainRequest({}, { idempotencyKey: 'task-1/step-1' });
    const sent = await Promise.all([
      service.start(request, ada(), signal()),
      service.start(request, ada(), signal()),
    ]);
    await runner.idle();
    const again = await service.start(request, ada(), signal());
    expect(new Set([...sent, again].map(({ id }) => id)).size).toBe(1);
    expect(again.state).toBe('done');
    expect((await service.list({ limit: 10 })).items).toHaveLength(1);
  });

  it('a second of two sent at once is the first, also where that was done before the second was planned', async () => {
    const { service, runner } = platform.start();
    const request = domainRequest({}, { idempotencyKey: 'k' });
    const first = await service.start(request, ada(), signal());
    await runner.idle();
    // When the second came, the first was not there yet.
    const look = jest
      .spyOn(OperationTable.prototype, 'byKey')
      .mockResolvedValueOnce(undefined);
    try {
      const second = await service.start(request, ada(), signal());
      expect(second).toMatchObject({ id: first.id, state: 'done' });
      expect(look).toHaveBeenCalledTimes(2);
    } finally {
      look.mockRestore();
    }
  });

  it('keys belong to a person and to a request', async () => {
    const { service, runner } = platform.start();
    const key = { idempotencyKey: 'k' };
    await service.start(domainRequest({}, key), ada(), signal());
    await runner.idle();
    await expect(
      service.start(domainRequest({ name: 'other' }, key), ada(), signal()),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        'belongs to another request (Create data domain sales)',
      ),
    });
    await service.start(domainRequest({ name: 'other' }, key), ben(), signal());
    await runner.idle();
    expect((await service.list({ limit: 10 })).items).toHaveLength(2);
    expect(
      (await service.list({ actor: 'user:default/ben', limit: 10 })).items,
    ).toHaveLength(1);
  });

  it('a failed operation gives its key back, so that it can be tried again', async () => {
    platform.cluster.refuse = ({ plural, method, dryRun }) =>
      plural === 'limitranges' && method === 'POST' && !dryRun
        ? { code: 403, message: 'not today' }
        : undefined;
    const portal = platform.start();
    const request = domainRequest({}, { idempotencyKey: 'k' });
    expect((await portal.run(request)).state).toBe('failed');
    platform.cluster.refuse = () => undefined;
    expect((await portal.run(request)).state).toBe('done');
  });

  it('of two people who create the same domain at once, one wins and the other is told who', async () => {
    const { service, runner } = platform.start();
    const results = await Promise.allSettled([
      service.start(domainRequest(), ada(), signal()),
      service.start(
        domainRequest({ owner: 'group:default/finance-team' }),
        ben(),
        signal(),
      ),
    ]);
    await runner.idle();
    const lost = results.filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(1);
    // Who asks while the other is at it is told who; who is so late that the namespace is there is told that.
    expect((lost[0] as PromiseRejectedResult).reason.message).toMatch(
      /^Create data domain sales cannot start: user:default\/(ada|ben) is at it since .* \(Create data domain sales\)\. Wait|sales.* exists already/,
    );
    const [operation] = (await service.list({ limit: 10 })).items;
    expect(operation.state).toBe('done');
    expect(platform.cluster.keys()).toHaveLength(13);
  });

  it('of two portals on one cluster, the slower one fails and harms nothing', async () => {
    const other = await TestPlatform.create();
    const first = platform.start();
    const second = other.start(undefined, [platform.cluster]);
    // Both have planned; the first then makes everything before the second begins.
    const accepted = await second.service.start(
      domainRequest(),
      ben(),
      signal(),
    );
    const won = await first.run(domainRequest()).catch(error => error);
    await second.runner.idle();
    const lost = await second.service.get(accepted.id);
    const states = [won.state ?? 'refused', lost?.state];
    expect(states.filter(state => state === 'done')).toHaveLength(1);
    expect(platform.cluster.keys()).toHaveLength(13);
    const makers = new Set(
      [...platform.cluster.objects.values()].map(
        ({ metadata }) => metadata.annotations?.['millrace.dev/operation'],
      ),
    );
    expect(makers.size).toBe(1);
    await other.close();
  });

  it('refuses services', async () => {
    const { service } = platform.start();
    const caller = {
      ...ada(),
      credentials: mockCredentials.service('plugin:catalog'),
    };
    await expect(
      service.plan(domainRequest(), caller, signal()),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('a service cannot run one'),
    });
  });

  it('names the operations there are when asked for another', async () => {
    await expect(
      platform.start().plan({ operation: 'domain:destroy' }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(
        'Known are: domain:add-member, domain:adopt, domain:create, ',
      ),
    });
  });

  it('checks permission again before it writes', async () => {
    const portal = platform.start();
    platform.cluster.refuse = ({ plural, method, dryRun }) => {
      if (plural === 'resourcequotas' && method === 'POST' && !dryRun) {
        platform.denied.add('data-platform.domain.create');
        platform.clock.advance(6_000);
      }
      return undefined;
    };
    const failed = await portal.run(domainRequest());
    expect(failed.error).toContain(
      'user:default/ada may not create a data domain',
    );
    expect(platform.cluster.keys()).toEqual([]);
  });

  it('limits what one person may have under way', async () => {
    platform.settings = { ...platform.settings, maxPerActor: 3 };
    const { service, runner } = platform.start();
    let open: () => void = () => {};
    const gate = new Promise<void>(resolve => {
      open = resolve;
    });
    const { request } = platform.cluster;
    platform.cluster.request = async call => {
      const writes = (call.method ?? 'GET') !== 'GET';
      if (writes && !call.query?.dryRun) await gate;
      return request.call(platform.cluster, call);
    };
    for (let n = 0; n < 3; n += 1) {
      const name = `sales-${n}`;
      await service.start(domainRequest({ name }), ada(), signal());
    }
    const oneMore = domainRequest({ name: 'one-more' });
    await expect(service.start(oneMore, ada(), signal())).rejects.toThrow(
      'user:default/ada has 3 operations under way',
    );
    open();
    await runner.idle();
    await expect(
      service.start(oneMore, ada(), signal()),
    ).resolves.toBeDefined();
    await runner.idle();
  });

  it('audits what is accepted, how it ends, and what is refused', async () => {
    const portal = platform.start();
    await portal.run(domainRequest());
    await portal.run(domainRequest({ name: 'NO' })).catch(() => undefined);
    const events = platform.audited.createEvent.mock.calls.map(
      ([event]) => event,
    );
    expect(events[0]).toMatchObject({
      eventId: 'operation-run',
      meta: {
        actor: 'user:default/ada',
        operation: 'domain:create',
        resumed: false,
      },
    });
    expect(events[1]).toMatchObject({ eventId: 'operation-refused' });
  });

  describe('a cluster that', () => {
    it('answers HTML is described, never quoted', async () => {
      platform.cluster.request = async () =>
        textAnswer(502, '<html>secret</html>', 'text/html');
      const plan = await platform.start().plan(domainRequest());
      expect(plan.ok).toBe(false);
      expect(plan.findings[0].message).toContain(
        'Namespace sales on cluster eu-1 could not be created: it answered 502 with text/html, which is no answer of a Kubernetes API',
      );
      expect(JSON.stringify(plan)).not.toContain('secret');
    });

    it('does not answer is named, with what to do', async () => {
      platform.cluster.request = async () => {
        throw new ClusterError(
          'eu-1',
          'timeout',
          'no answer within the deadline',
        );
      };
      const plan = await platform.start().plan(domainRequest());
      expect(plan.findings[0]).toMatchObject({
        level: 'error',
        message: expect.stringContaining(
          'Cluster eu-1: no answer within the deadline.',
        ),
        remedy: expect.stringContaining('Try again'),
      });
    });

    it('warns is heard', async () => {
      platform.cluster.warn = ({ plural }) =>
        plural === 'namespaces' ? ['unknown field "spec.x"'] : [];
      const plan = await platform.start().plan(domainRequest());
      expect(plan.ok).toBe(true);
      expect(plan.findings[0]).toMatchObject({
        level: 'warning',
        message: expect.stringContaining(
          'the server warns: unknown field "spec.x"',
        ),
      });
    });
  });
});
