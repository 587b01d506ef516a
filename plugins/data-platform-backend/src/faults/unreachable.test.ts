import {
  hang,
  html,
  redirect,
  reset,
  stall,
  status,
  truncate,
} from '../sources/__testUtils__/answers';
import { Fault } from '../sources/__testUtils__/FakeApiServer';
import { FaultRig, SICK, WELL } from './__testUtils__/FaultRig';

/** How a cluster fails as a whole, and what the portal says then. */
interface Outage {
  /** What the server does with every request; undefined: nothing listens. */
  answers: Fault | undefined;
  says: RegExp;
}

const OUTAGES: Record<string, Outage> = {
  'refuses connections': { answers: undefined, says: /\(connection refused\)/ },
  hangs: { answers: hang, says: /\(no answer within 5 s\)/ },
  'answers after 30 s': {
    answers: slow(30_000),
    says: /\(no answer within 5 s\)/,
  },
  'begins an answer and stops': {
    answers: stall,
    says: /\(the answer stopped half-way\)/,
  },
  'answers HTML with 200': {
    answers: html,
    says: /an HTML page came back instead of the Kubernetes API/,
  },
  'truncates bodies': { answers: truncate, says: /\(the answer was cut off\)/ },
  'resets connections': { answers: reset, says: /\(the connection was cut\)/ },
  'redirects elsewhere': {
    answers: redirect,
    says: /it answers with a redirect .* so that credentials go nowhere else/,
  },
  'answers 500': { answers: status(500), says: /\(HTTP 500\)/ },
  'answers 503': { answers: status(503), says: /\(HTTP 503\)/ },
};

let rig: FaultRig;

function slow(ms: number): Fault {
  return (_request, res) => {
    rig.clock.after(ms, () => res.end('{}'));
    return true;
  };
}

// Real requests on a busy machine; the clock itself is driven.
jest.setTimeout(60_000);

describe('a cluster that', () => {
  beforeEach(async () => {
    rig = new FaultRig();
    await rig.start();
  });
  afterEach(() => rig.stop());

  it.each(Object.entries(OUTAGES))('%s', async (_, { answers, says }) => {
    const shown = rig.rows(SICK).map(row => row.id);
    const from = rig.clock.now();
    const end = answers ? rig.sick.fault(answers) : undefined;
    if (answers) {
      rig.sick.endWatches('sparkapplications', 'reset');
    } else {
      await rig.sick.stop();
    }

    // Told as stale within 30 s, in a sentence that says since when and why.
    await rig.passUntil(() => rig.source().state === 'stale');
    expect(rig.clock.now() - from).toBeLessThan(30_000);
    expect(rig.source().message).toMatch(
      /^Showing the state of 10:0\d UTC: cluster eu-1 has not answered since 10:0\d UTC \(.*\)\.$/,
    );
    expect(rig.source().message).toMatch(says);

    // Every row stays, and says so too; the other cluster knows nothing of it.
    expect(rig.rows(SICK).map(row => row.id)).toEqual(shown);
    expect(rig.rows(SICK).map(row => row.stale?.message)).toEqual(
      shown.map(() => expect.stringMatching(says)),
    );
    await rig.otherIsWell();

    // It is asked by one small probe, ever more rarely.
    const before = rig.sick.requests.length;
    await rig.clockPasses(120_000);
    const asked = rig.sick.requests.slice(before).map(({ path }) => path);
    expect(asked.filter(path => path !== '/version')).toEqual([]);
    expect(asked.length).toBeLessThan(15);
    await rig.otherIsWell();

    // It comes back with what changed meanwhile, and without a new list.
    rig.put('meanwhile');
    if (end) {
      end();
    } else {
      await rig.sick.start();
    }
    await rig.passUntil(() => rig.names().includes('meanwhile'));
    await rig.allWell();
    expect(rig.lists()).toBe(1);
  });
});

describe('a cluster that from the start', () => {
  beforeEach(() => {
    rig = new FaultRig();
  });
  afterEach(() => rig.stop());

  it.each(
    (['hangs', 'answers after 30 s', 'answers HTML with 200'] as const).map(
      name => [name, OUTAGES[name]] as const,
    ),
  )(
    '%s is not known, and keeps nobody from the others',
    async (_, { answers, says }) => {
      const end = rig.sick.fault(answers!);
      const from = rig.clock.now();
      await rig.begin();
      await rig.passUntil(() => rig.names(WELL).length === 2);
      expect(rig.clock.now() - from).toBeLessThanOrEqual(1_000);
      await rig.passUntil(() => rig.source().state === 'unreachable');
      expect(rig.source().message).toMatch(says);
      expect(rig.rows(SICK)).toEqual([]);
      await rig.otherIsWell();
      end();
      await rig.passUntil(() => rig.names().length === 2, 1_000);
      await rig.allWell();
    },
  );
});
