import { status } from '../sources/__testUtils__/answers';
import { errorLine, SPARK_APPS } from '../sources/__testUtils__/FakeApiServer';
import { FakeRequest } from '../sources/__testUtils__/fakeRequest';
import { FakeStore } from '../sources/__testUtils__/FakeStore';
import { FaultRig, SICK } from './__testUtils__/FaultRig';
import { SPARK_SCHEDULES } from './__testUtils__/faultIntegration';

const isWatch = ({ plural, isWatch: watch }: FakeRequest) =>
  plural === 'sparkapplications' && watch;

/** What befalls a watch, while `meanwhile` is made and `payroll` is deleted. */
const FAULTS: Record<string, (rig: FaultRig) => void> = {
  'ends in good order': rig => rig.sick.endWatches('sparkapplications'),
  'is reset': rig => rig.sick.endWatches('sparkapplications', 'reset'),
  'is too old for the server (410 as an event)': rig => {
    rig.sick.endWatches('sparkapplications', 'reset');
    rig.put('unseen');
    rig.sick.store.compact();
  },
  'is too old for the server (410 as an answer)': rig => {
    rig.sick.faultOnce(isWatch, status(410));
    rig.sick.endWatches('sparkapplications', 'reset');
  },
  'says ERROR 410': rig =>
    rig.sick.write('sparkapplications', errorLine(410, 'too old')),
  'says ERROR 500': rig =>
    rig.sick.write('sparkapplications', errorLine(500, 'etcd is away')),
  'says ERROR without a status': rig =>
    rig.sick.write('sparkapplications', '{"type":"ERROR"}\n'),
  'turns to HTML': rig =>
    rig.sick.write('sparkapplications', '<html>sign in</html>\n'),
  'is cut within a line': rig => {
    rig.sick.write('sparkapplications', '{"type":"ADDED","obj');
    rig.sick.endWatches('sparkapplications');
  },
  'is cut within a character': rig => {
    rig.sick.write('sparkapplications', Buffer.from('{"é').subarray(0, 3));
    rig.sick.endWatches('sparkapplications', 'reset');
  },
};

// Real requests on a busy machine; the clock itself is driven.
jest.setTimeout(60_000);

describe('a watch that', () => {
  let rig: FaultRig;
  beforeEach(async () => {
    rig = new FaultRig();
    await rig.start();
  });
  afterEach(() => rig.stop());

  it.each(Object.entries(FAULTS))(
    '%s loses nothing, and its rows never vanish in between',
    async (_, befalls) => {
      const seen = new Set<string>();
      rig.index.resources.subscribe(() => seen.add(rig.names().join()));
      befalls(rig);
      rig.put('meanwhile');
      rig.sick.store.delete(SPARK_APPS, 'hr', 'payroll');
      await rig.passUntil(
        () =>
          rig.names().includes('meanwhile') && !rig.names().includes('payroll'),
      );
      await rig.allWell();
      expect([...seen].every(names => names.includes('orders'))).toBe(true);
      // Nothing is listed from a server's cache (resourceVersion=0), which may be older than what is shown.
      expect(
        rig.sick.requests.filter(
          ({ isList, query }) =>
            isList &&
            query.has('resourceVersion') &&
            query.get('resourceVersionMatch') !== 'NotOlderThan',
        ),
      ).toEqual([]);
      await rig.otherIsWell();
    },
  );

  it('goes silent is left after 150 s, and resumed where it was', async () => {
    const before = rig.sick.count(isWatch);
    await rig.passUntil(() => rig.sick.count(isWatch) > before, 1_000);
    rig.put('meanwhile');
    await rig.passUntil(() => rig.names().includes('meanwhile'));
    expect(rig.lists()).toBe(1);
  });

  it('is refused in a row is not tried without pause', async () => {
    rig.sick.fault(
      (request, res, req) => isWatch(request) && status(410)(request, res, req),
    );
    const asked: number[] = [];
    rig.sick.fault(({ plural }) => {
      if (plural === 'sparkapplications') asked.push(rig.clock.now());
      return false;
    });
    rig.sick.endWatches('sparkapplications', 'reset');
    await rig.clockPasses(60_000);
    // A list and a watch an attempt, at growing distance.
    expect(asked.length).toBeLessThan(30);
    expect(rig.names()).toEqual(['orders', 'payroll']);
    await rig.otherIsWell();
  });
});

describe('a list', () => {
  let rig: FaultRig;
  beforeEach(() => {
    rig = new FaultRig();
  });
  afterEach(() => rig.stop());

  it('that expires between two pages (410 on continue) begins again and is shown whole', async () => {
    for (let n = 0; n < 700; n += 1) {
      rig.put(`app-${n}`);
    }
    rig.sick.faultOnce(
      ({ plural, query }) =>
        plural === 'sparkapplications' && query.has('continue'),
      () => {
        rig.sick.store.delete(SPARK_APPS, 'sales', 'app-0');
        rig.sick.store.compact();
        return false;
      },
    );
    await rig.start();
    expect(rig.names()).toHaveLength(701);
    expect(rig.names()).not.toContain('app-0');
    expect(rig.lists()).toBe(2);
  });

  it('that expires for ever is given up, told, and tried later', async () => {
    for (let n = 0; n < 600; n += 1) {
      rig.put(`app-${n}`);
    }
    const end = rig.sick.fault((request, res, req) =>
      request.query.has('continue') || Number(request.query.get('limit')) > 500
        ? status(410)(request, res, req)
        : false,
    );
    await rig.begin();
    await rig.passUntil(() => rig.kind('SparkApplication')?.state === 'error');
    expect(rig.kind('SparkApplication')?.message).toMatch(/HTTP 410/);
    end();
    await rig.passUntil(() => rig.names().length === 602, 1_000);
    await rig.allWell();
  });
});

describe('an API server that comes back', () => {
  let rig: FaultRig;
  beforeEach(async () => {
    rig = new FaultRig();
    await rig.start();
  });
  afterEach(() => rig.stop());

  const restartedWith = async (store: FakeStore) => {
    await rig.sick.stop();
    rig.sick.replaceStore(store);
    await rig.passUntil(() => rig.source().state === 'stale');
    await rig.sick.start();
    await rig.allWell();
  };

  it('with a new history, its versions smaller than ours, is read anew', async () => {
    for (let n = 0; n < 50; n += 1) {
      rig.put('orders', { status: { n } });
    }
    const fresh = new FakeStore('other');
    fresh.put(SPARK_APPS, 'sales', 'orders', { status: { n: 'new' } });
    fresh.put(SPARK_SCHEDULES, 'sales', 'weekly');
    const before = rig.rows(SICK, 'SparkApplication').map(row => row.id);
    await restartedWith(fresh);
    await rig.passUntil(() => rig.names().join() === 'orders');
    expect(rig.names(SICK, 'ScheduledSparkApplication')).toEqual(['weekly']);
    expect(before).not.toContain(rig.rows(SICK, 'SparkApplication')[0].id);
    rig.put('after');
    await rig.passUntil(() => rig.names().includes('after'));
    await rig.otherIsWell();
  });

  it('restored from a backup of itself shows what it has, not what it had', async () => {
    const backup = new FakeStore('a');
    backup.put(SPARK_APPS, 'sales', 'orders');
    rig.put('lost');
    await rig.passUntil(() => rig.names().includes('lost'));
    await restartedWith(backup);
    await rig.passUntil(() => !rig.names().includes('lost'));
    expect(rig.names()).toEqual(['orders']);
    await rig.otherIsWell();
  });
});
