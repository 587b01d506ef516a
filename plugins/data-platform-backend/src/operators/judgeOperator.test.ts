import fc from 'fast-check';
import {
  judgeOperator,
  OperatorEvidence,
  OperatorJudgement,
  Owed,
} from './judgeOperator';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const UNTOLD: OperatorJudgement = { state: 'unknown', undone: [] };
const ago = (seconds: number) => NOW - seconds * 1000;
const deployment = (over: object = {}) => ({
  name: 'spark-operator-controller',
  namespace: 'spark-operator',
  scaledToZero: false,
  ...over,
});

function judge(
  over: Partial<OperatorEvidence>,
  before: OperatorJudgement = UNTOLD,
): OperatorJudgement {
  return judgeOperator(
    { now: NOW, fresh: true, deployments: [], owed: [], ...over },
    before,
  );
}

describe('whether an operator is at work', () => {
  const pickUp = (seconds: number): Owed => ({
    what: 'pick-up',
    since: ago(seconds),
  });
  const end = (seconds: number): Owed => ({ what: 'end', since: ago(seconds) });

  it.each<[string, Partial<OperatorEvidence>, OperatorJudgement['state']]>([
    ['nothing is known', {}, 'unknown'],
    ['it was seen at work', { lastActivity: ago(60) }, 'up'],
    ['it was seen at work long ago', { lastActivity: ago(7_200) }, 'unknown'],
    ['its pod is available', { deployments: [deployment()] }, 'up'],
    ['a job is new', { owed: [pickUp(80)] }, 'unknown'],
    ['a job waits for long', { owed: [pickUp(91)] }, 'down'],
    ['an end is a moment old', { owed: [end(50)] }, 'unknown'],
    ['an end is not recorded for long', { owed: [end(61)] }, 'down'],
    [
      'a job waits while others move',
      { owed: [pickUp(300)], lastActivity: ago(30) },
      'up',
    ],
    [
      'its last work came with the job that waits',
      { owed: [pickUp(300)], lastActivity: ago(295) },
      'down',
    ],
    [
      'its pod is available, but nothing moves',
      { owed: [pickUp(300)], deployments: [deployment()] },
      'down',
    ],
    [
      'its pod has been away for a moment',
      { deployments: [deployment({ awaySince: ago(20) })] },
      'unknown',
    ],
    [
      'its pod has been away for long',
      { deployments: [deployment({ awaySince: ago(31) })] },
      'down',
    ],
    [
      'one of two Deployments has pods',
      { deployments: [deployment({ awaySince: ago(900) }), deployment()] },
      'up',
    ],
    [
      'the cluster cannot be read',
      { fresh: false, owed: [pickUp(900)], deployments: [deployment()] },
      'unknown',
    ],
  ])('when %s', (_, evidence, state) => {
    expect(judge(evidence).state).toBe(state);
  });

  it('is down since the first thing that it has not done', () => {
    const { since, undone } = judge({ owed: [pickUp(95), end(400)] });
    expect(since).toBe(ago(400));
    expect(undone).toEqual(['end', 'pick-up']);
  });

  it('stays down when the job that waited is deleted', () => {
    const before = judge({ owed: [pickUp(300)] });
    expect(judge({}, before)).toMatchObject({ state: 'down', since: ago(300) });
  });

  it('is up again at the first sign of work', () => {
    const before = judge({ owed: [pickUp(300)] });
    expect(judge({ lastActivity: ago(1) }, before).state).toBe('up');
  });

  it('is up again once its pod has been available for a while', () => {
    const before = judge({ deployments: [deployment({ awaySince: ago(99) })] });
    const back = (seconds: number) =>
      judge({ deployments: [deployment({ backSince: ago(seconds) })] }, before);
    expect(back(10).state).toBe('down');
    expect(back(31).state).toBe('up');
  });

  it('is not forgotten while the cluster cannot be read, and not called down either', () => {
    const before = judge({ owed: [pickUp(300)] });
    const meanwhile = judge({ fresh: false }, before);
    expect(meanwhile.state).toBe('unknown');
    expect(judge({}, meanwhile)).toMatchObject({
      state: 'down',
      since: ago(300),
    });
  });

  it('never lies in the future, and is down only with a reason', () => {
    const seconds = fc.integer({ min: -50, max: 4_000 });
    const owed = fc.array(
      fc.record({
        what: fc.constantFrom('pick-up' as const, 'end' as const),
        since: seconds.map(ago),
      }),
      { maxLength: 4 },
    );
    const evidence = fc.record({
      now: fc.constant(NOW),
      fresh: fc.boolean(),
      deployments: fc.array(
        fc
          .option(seconds, { nil: undefined })
          .map(away =>
            deployment(away === undefined ? {} : { awaySince: ago(away) }),
          ),
        { maxLength: 2 },
      ),
      owed,
      lastActivity: fc.option(seconds.map(ago), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 5 }), story => {
        let judged = UNTOLD;
        for (const each of story) {
          judged = judgeOperator(each, judged);
          expect(judged.state === 'down').toBe(judged.since !== undefined);
          expect(judged.since ?? NOW).toBeLessThanOrEqual(NOW);
          expect(each.fresh || judged.state === 'unknown').toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
