import { only, status } from '../sources/__testUtils__/answers';
import { sendStatus } from '../sources/__testUtils__/FakeApiServer';
import { FakeRequest } from '../sources/__testUtils__/fakeRequest';
import { FaultRig, SICK } from './__testUtils__/FaultRig';

const isKind = ({ plural }: FakeRequest) => plural === 'sparkapplications';

/** The most of these times that lie within one second. */
function busiestSecond(times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map(
      start => times.filter(at => at >= start && at < start + 1_000).length,
    ),
  );
}

// Real requests on a busy machine; the clock itself is driven.
jest.setTimeout(60_000);

describe('a server that asks for patience', () => {
  let rig: FaultRig;
  beforeEach(() => {
    rig = new FaultRig();
  });
  afterEach(() => rig.stop());

  it.each([
    [429, '20'],
    [503, '20'],
    [429, 'Sun, 22 Nov 2026 10:00:20 GMT'],
  ])(
    'by HTTP %i and Retry-After: %s is left alone that long',
    async (code, after) => {
      const asked: number[] = [];
      const start = rig.clock.now();
      rig.sick.fault((request, res) => {
        if (!isKind(request) || rig.clock.now() >= start + 20_000) return false;
        asked.push(rig.clock.now());
        sendStatus(res, code, 'later', { 'retry-after': after });
        return true;
      });
      await rig.begin();
      await rig.passUntil(() => rig.names().length === 2);
      expect(rig.clock.now() - start).toBeGreaterThanOrEqual(20_000);
      // Its list of objects and its watches of evidence may each have been on their way.
      expect(asked.filter(at => at > start + 1_000)).toEqual([]);
      await rig.otherIsWell();
    },
  );

  it('without a word of how long gets less than one request a second', async () => {
    await rig.start();
    rig.sick.fault(only(isKind, status(429)));
    rig.sick.endWatches('sparkapplications', 'reset');
    await rig.passUntil(() => rig.kind('SparkApplication')?.state === 'stale');
    const asked: number[] = [];
    rig.sick.fault(() => {
      asked.push(rig.clock.now());
      return false;
    });
    rig.sick.endWatches('scheduledsparkapplications', 'reset');
    await rig.clockPasses(120_000);
    expect(busiestSecond(asked)).toBeLessThanOrEqual(2);
    expect(asked.length).toBeLessThan(60);
    expect(rig.kind('SparkApplication')?.message).toMatch(/HTTP 429/);
    expect(rig.names()).toEqual(['orders', 'payroll']);
    await rig.otherIsWell();
  });

  it('with everything it has is still known to be there', async () => {
    await rig.start();
    const before = rig.rows(SICK).map(row => row.id);
    rig.sick.fault(status(429, { 'retry-after': '5' }));
    for (const plural of ['sparkapplications', 'scheduledsparkapplications']) {
      rig.sick.endWatches(plural, 'reset');
    }
    const asked: number[] = [];
    rig.sick.fault(() => false);
    await rig.passUntil(() => rig.kind('SparkApplication')?.state === 'stale');
    const from = rig.sick.requests.length;
    rig.sick.fault(() => {
      asked.push(rig.clock.now());
      return false;
    });
    await rig.clockPasses(60_000);
    expect(rig.sick.requests.length - from).toBeLessThanOrEqual(60);
    expect(rig.source().state).toBe('connected');
    expect(rig.source().message).toMatch(/HTTP 429/);
    expect(rig.rows(SICK).map(row => row.id)).toEqual(before);
    await rig.otherIsWell();
  });
});

describe('a server that refuses the token', () => {
  let rig: FaultRig;
  let token: string;
  let reads: number;
  const credentials = {
    resolve: async () => {
      reads += 1;
      return { authorization: `Bearer ${token}` };
    },
  };
  beforeEach(async () => {
    rig = new FaultRig();
    token = 'one';
    reads = 0;
    rig.sick.token = 'one';
    await rig.start({ credentials });
  });
  afterEach(() => rig.stop());

  it('takes the rotated one, which is read again once and nobody is told of', async () => {
    const states: string[] = [];
    rig.index.sources.subscribe(() => states.push(rig.source().state));
    token = 'two';
    rig.sick.token = 'two';
    const before = reads;
    rig.sick.endWatches('sparkapplications');
    rig.put('meanwhile');
    await rig.passUntil(() => rig.names().includes('meanwhile'));
    expect(reads - before).toBe(1);
    expect(new Set(states)).toEqual(
      new Set(states.length ? ['connected'] : []),
    );
    expect(rig.rows(SICK).every(row => !row.stale)).toBe(true);
  });

  it('for good is told as a matter of credentials, without a storm', async () => {
    rig.sick.token = 'unknown';
    rig.sick.endWatches('sparkapplications', 'reset');
    await rig.passUntil(() => rig.source().state === 'forbidden');
    expect(rig.source().message).toMatch(
      /^Cluster eu-1 cannot be read since 10:0\d UTC: it refuses the portal's credentials\. Renew the credentials/,
    );
    expect(rig.names()).toEqual(['orders', 'payroll']);
    expect(rig.rows(SICK).every(row => row.stale)).toBe(true);
    const [asked, read] = [rig.sick.requests.length, reads];
    await rig.clockPasses(120_000);
    expect(rig.sick.requests.length - asked).toBeLessThan(30);
    expect(reads - read).toBeLessThan(30);
    await rig.otherIsWell();
    token = 'unknown';
    await rig.passUntil(() => rig.source().state === 'connected', 1_000);
    await rig.allWell();
  });
});
