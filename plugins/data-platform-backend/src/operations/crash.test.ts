import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { Power } from './__testUtils__/Power';
import {
  domainRequest,
  jobRequest,
  productRequest,
} from './__testUtils__/requests';
import { TestPlatform } from './__testUtils__/TestPlatform';

/** Longer than a lease, shorter than the time in which an operation may go on. */
const LATER_MS = 2 * 60_000;

/** Lets the killed process fall over, then starts another and lets it finish. */
async function recover(platform: TestPlatform) {
  platform.clock.advance(LATER_MS);
  const { service, runner } = platform.start();
  await runner.resumeDue();
  await runner.idle();
  return (await service.list({ limit: 10 })).items;
}

/** Starts an operation in a process that dies at its n-th outward call. True when it lived to the end. */
async function runAndDie(
  platform: TestPlatform,
  request: ReturnType<typeof domainRequest>,
  power: Power,
): Promise<boolean> {
  const portal = platform.start(power);
  await portal.run(request).catch(() => undefined);
  await portal.runner.idle();
  return !power.off;
}

function madeBy(object: KubernetesObject): string | undefined {
  return object.metadata.annotations?.['millrace.dev/operation'];
}

jest.setTimeout(180_000);

const WHENS = ['before', 'after'] as const;

describe.each(WHENS)('killed %s an outward call', when => {
  let base: TestPlatform;
  beforeAll(async () => {
    base = await TestPlatform.create();
  });
  afterAll(() => base.close());

  it('domain:create converges from every one of them, with nothing twice and nothing left over', async () => {
    const whole = await base.anew();
    await whole.start().run(domainRequest());
    const expected = whole.cluster.keys();

    let at = 0;
    for (let lived = false; !lived; ) {
      at += 1;
      const platform = await base.anew();
      lived = await runAndDie(platform, domainRequest(), new Power(at, when));
      const [operation, ...more] = await recover(platform);
      const where = `killed ${when} call ${at}`;
      expect({ where, more }).toEqual({ where, more: [] });
      // It may have died before it was accepted: then nothing may exist.
      const made = operation ? expected : [];
      const makers = [...platform.cluster.objects.values()].map(madeBy);
      const created = platform.cluster.calls.filter(
        ({ method, dryRun }) => method === 'POST' && !dryRun,
      );
      expect({
        where,
        state: operation?.state ?? 'done',
        keys: platform.cluster.keys(),
        makers: [...new Set(makers)],
        created: created.length,
        registered: (await platform.entities.all()).length,
      }).toEqual({
        where,
        state: 'done',
        keys: made,
        makers: operation ? [operation.id] : [],
        created: made.length,
        registered: operation ? 1 : 0,
      });
    }
    expect(at).toBeGreaterThan(50);
  });

  it('a creation that fails cleans up from every one of them', async () => {
    let at = 0;
    for (let lived = false; !lived; ) {
      at += 1;
      const platform = await base.anew();
      platform.cluster.refuse = ({ method, plural, dryRun }) =>
        method === 'POST' && plural === 'rolebindings' && !dryRun
          ? {
              code: 403,
              message:
                'attempting to grant RBAC permissions not currently held',
            }
          : undefined;
      lived = await runAndDie(platform, domainRequest(), new Power(at, when));
      const [operation] = await recover(platform);
      const where = `killed ${when} call ${at}`;
      const state = operation?.state ?? 'failed';
      expect({ where, state }).toEqual({ where, state: 'failed' });
      expect({ where, keys: platform.cluster.keys() }).toEqual({
        where,
        keys: [],
      });
      expect(await platform.entities.all()).toEqual([]);
    }
  });

  it('a scheduled job is made once, on the cluster and in the catalog', async () => {
    const schedule = { cron: '0 2 * * *', timeZone: 'Europe/Berlin' };
    let at = 0;
    for (let lived = false; !lived; ) {
      at += 1;
      const platform = await base.anew();
      const setUp = platform.start();
      await setUp.run(domainRequest());
      await setUp.run(productRequest());
      lived = await runAndDie(
        platform,
        jobRequest({ schedule }),
        new Power(at, when),
      );
      const accepted = (await recover(platform)).some(
        ({ operation }) => operation === 'spark-job:create',
      );
      const where = `killed ${when} call ${at}`;
      const schedules = platform.cluster
        .keys()
        .filter(key => key.includes('/scheduledsparkapplications/'));
      const job = await platform.entities.get('component:default/orders-daily');
      expect({ where, schedules: schedules.length, job: Boolean(job) }).toEqual(
        {
          where,
          schedules: accepted ? 1 : 0,
          job: accepted,
        },
      );
    }
  });
});
