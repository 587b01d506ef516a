import { Source } from '@millrace/backstage-plugin-data-platform-common';
import {
  html,
  only,
  reset,
  status,
  truncate,
} from '../sources/__testUtils__/answers';
import {
  Fault,
  SPARK,
  SPARK_APPS,
} from '../sources/__testUtils__/FakeApiServer';
import { FakeRequest } from '../sources/__testUtils__/fakeRequest';
import { FaultRig, SICK, WELL } from './__testUtils__/FaultRig';

const SPARK_V1 = 'sparkoperator.k8s.io/v1/sparkapplications';
const KIND = 'SparkApplication';
const isKind = ({ plural }: FakeRequest) => plural === 'sparkapplications';

interface KindFault {
  answers: Fault;
  state: Source['kinds'][number]['state'];
  says: RegExp;
}

/** Only requests for SparkApplications fail; the rest of the cluster answers. */
const FAULTS: Record<string, KindFault> = {
  'is reset': {
    answers: reset,
    state: 'stale',
    says: /SparkApplications of cluster eu-1 cannot be read since .*\(the connection was cut\)/,
  },
  'answers HTML': { answers: html, state: 'stale', says: /HTML page/ },
  'is truncated': {
    answers: truncate,
    state: 'stale',
    says: /cut off|not JSON/,
  },
  'answers 500': { answers: status(500), state: 'stale', says: /HTTP 500/ },
  'answers 503': { answers: status(503), state: 'stale', says: /HTTP 503/ },
  'is forbidden': {
    answers: status(403),
    state: 'forbidden',
    says: /The portal may not/,
  },
};

// Real requests on a busy machine; the clock itself is driven.
jest.setTimeout(60_000);

describe('one kind that', () => {
  let rig: FaultRig;
  beforeEach(() => {
    rig = new FaultRig();
  });
  afterEach(() => rig.stop());

  /** Nothing but the one kind is touched. */
  const othersAreWell = async () => {
    expect(rig.source().state).toBe('connected');
    const schedules = rig.rows(SICK, 'ScheduledSparkApplication');
    expect(schedules.map(({ name, stale }) => [name, stale])).toEqual([
      ['nightly', undefined],
    ]);
    await rig.otherIsWell();
  };

  it.each(Object.entries(FAULTS))(
    '%s keeps its rows, marked, and comes back',
    async (_, { answers, state, says }) => {
      await rig.start();
      const end = rig.sick.fault(only(isKind, answers));
      rig.sick.endWatches('sparkapplications', 'reset');
      await rig.passUntil(() => rig.kind(KIND)?.state === state);
      expect(rig.kind(KIND)?.message).toMatch(says);
      expect(rig.names()).toEqual(['orders', 'payroll']);
      expect(rig.rows(SICK, KIND).every(row => row.stale)).toBe(true);
      expect(rig.source().message).toMatch(/^Connected to .*, but: /);
      await othersAreWell();
      end();
      rig.put('meanwhile');
      await rig.passUntil(() => rig.names().includes('meanwhile'), 1_000);
      await rig.allWell();
    },
  );

  it.each(Object.entries(FAULTS))(
    '%s from the beginning is unknown, not empty',
    async (_, { answers, state, says }) => {
      const end = rig.sick.fault(only(isKind, answers));
      await rig.begin();
      const wanted = state === 'stale' ? 'error' : state;
      await rig.passUntil(() => rig.kind(KIND)?.state === wanted);
      expect(rig.kind(KIND)?.message).toMatch(says);
      expect(rig.names()).toEqual([]);
      await rig.passUntil(() => rig.names(WELL).length === 2);
      end();
      await rig.passUntil(() => rig.names().length === 2, 1_000);
    },
  );

  it('is forbidden in one namespace is read in the others', async () => {
    rig.sick.fault(
      only(
        request => isKind(request) && request.namespace !== 'sales',
        status(403),
      ),
    );
    await rig.start({ namespaces: ['sales', 'hr'] });
    await rig.passUntil(() => rig.names().length === 1);
    expect(rig.names()).toEqual(['orders']);
    expect(rig.kind(KIND)).toMatchObject({
      state: 'watching',
      namespaces: ['sales'],
    });
    await othersAreWell();
  });

  it('becomes forbidden in one namespace keeps its rows there, marked', async () => {
    await rig.start({ namespaces: ['sales', 'hr'] });
    rig.sick.fault(
      only(
        request => isKind(request) && request.namespace !== 'sales',
        status(403),
      ),
    );
    rig.sick.endWatches('sparkapplications', 'reset');
    rig.put('more');
    await rig.passUntil(() => rig.names().includes('more'));
    const marked = () =>
      rig.rows(SICK, KIND).flatMap(row => (row.stale ? [row.name] : []));
    await rig.passUntil(() => marked().length > 0);
    expect(marked()).toEqual(['payroll']);
    await othersAreWell();
  });

  it('is not installed is dormant, and is found when it is', async () => {
    rig.sick.served.delete(SPARK);
    await rig.start();
    expect(rig.kind(KIND)).toMatchObject({
      state: 'dormant',
      message: 'Cluster eu-1 does not serve SparkApplication.',
    });
    const asked = rig.sick.count(isKind);
    await rig.clockPasses(60_000);
    expect(rig.sick.count(isKind)).toBe(asked);
    await othersAreWell();
    rig.sick.served.add(SPARK);
    const installed = rig.clock.now();
    await rig.passUntil(() => rig.names().length === 2, 5_000);
    expect(rig.clock.now() - installed).toBeLessThanOrEqual(5 * 60_000 + 5_000);
    await othersAreWell();
  });

  it('is uninstalled is told as gone only when the server says so twice', async () => {
    await rig.start();
    rig.sick.served.delete(SPARK);
    rig.sick.endWatches('sparkapplications');
    await rig.passUntil(() => rig.rows(SICK, KIND).some(row => row.stale));
    expect(rig.names()).toEqual(['orders', 'payroll']);
    expect(rig.kind(KIND)?.state).toBe('dormant');
    await rig.passUntil(() => rig.names().length === 0, 5_000);
    await othersAreWell();
  });

  it('moves to another version is followed there, with its rows', async () => {
    await rig.start();
    const before = rig.rows(SICK, KIND).map(row => row.id);
    rig.sick.served.delete(SPARK);
    rig.sick.served.add(SPARK_V1);
    rig.sick.endWatches('sparkapplications');
    const emptied = jest.fn();
    await rig.passUntil(() => {
      if (rig.names().length === 0) emptied();
      return rig.rows(SICK, KIND).every(row => /\/v1$/.test(row.apiVersion));
    }, 1_000);
    expect(emptied).not.toHaveBeenCalled();
    expect(rig.rows(SICK, KIND).map(row => row.id)).toEqual(before);
    await rig.allWell();
    rig.put('in-v1');
    await rig.passUntil(() => rig.names().includes('in-v1'));
    await othersAreWell();
  });

  it('answers "items: null" is empty, and harms nobody', async () => {
    rig.sick.faultOnce(
      request =>
        isKind(request) &&
        request.isList &&
        !request.query.has('fieldSelector'),
      (_, res) => {
        res.end('{"metadata":{"resourceVersion":"v1"},"items":null}');
        return true;
      },
    );
    await rig.start();
    // Watched from where that list stood, so that nothing is lost by it.
    await rig.passUntil(() => rig.names().length === 2);
    expect(rig.kind(KIND)?.state).toBe('watching');
    await othersAreWell();
  });

  it('has nothing left is empty, not stale', async () => {
    await rig.start();
    rig.sick.store.delete(SPARK_APPS, 'sales', 'orders');
    rig.sick.store.delete(SPARK_APPS, 'hr', 'payroll');
    await rig.passUntil(() => rig.names().length === 0);
    expect(rig.kind(KIND)?.state).toBe('watching');
    await othersAreWell();
  });
});
