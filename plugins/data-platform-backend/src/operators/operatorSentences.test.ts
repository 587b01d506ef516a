import { OperatorJudgement } from './judgeOperator';
import { operatorSentences } from './operatorSentences';

const NOW = Date.parse('2026-03-02T10:30:00Z');
const SINCE = Date.parse('2026-03-02T10:02:00Z');
const title = 'Kubeflow Spark operator of cluster eu-1';
const away = {
  name: 'spark-operator-controller',
  namespace: 'spark-operator',
  scaledToZero: true,
  awaySince: SINCE,
};
const down = (undone: OperatorJudgement['undone'] = []): OperatorJudgement => ({
  state: 'down',
  since: SINCE,
  undone,
});

function say(
  judgement: OperatorJudgement,
  over: Partial<Parameters<typeof operatorSentences>[0]> = {},
) {
  return operatorSentences({
    title,
    judgement,
    deployments: [],
    fresh: true,
    now: NOW,
    ...over,
  });
}

describe('what is said of an operator', () => {
  it('names what it has not done', () => {
    expect(say(down(['end', 'pick-up']))).toEqual({
      message:
        'The Kubeflow Spark operator of cluster eu-1 seems to be down since 10:02 UTC: the end of runs is not recorded, and new objects are not picked up.',
      nextStep:
        'Ask the platform team whether the Kubeflow Spark operator of cluster eu-1 runs.',
    });
  });

  it('names its Deployment where that tells', () => {
    const { message, nextStep } = say(down(), { deployments: [away] });
    expect(message).toBe(
      'The Kubeflow Spark operator of cluster eu-1 seems to be down since 10:02 UTC: Deployment `spark-operator-controller` in namespace `spark-operator` is scaled to zero.',
    );
    expect(nextStep).toContain(
      'look at Deployment `spark-operator-controller`',
    );
  });

  it('tells a pod that does not come up from one that nobody asked for', () => {
    const deployments = [{ ...away, scaledToZero: false }];
    expect(say(down(['pick-up']), { deployments }).message).toMatch(
      /has no pod that is available, and new objects are not picked up\.$/,
    );
  });

  it('waits for a sign of life after the pod is back', () => {
    const deployments = [{ ...away, awaySince: undefined }];
    expect(say(down(), { deployments }).message).toMatch(
      /since 10:02 UTC: it has yet to show a sign of life\.$/,
    );
  });

  it.each<[OperatorJudgement['state'], number | undefined, string]>([
    ['up', SINCE, `The ${title} works: it was last seen at work at 10:02 UTC.`],
    ['up', undefined, `The ${title} is there, and nothing waits for it.`],
    [
      'unknown',
      SINCE,
      `Nothing has needed the ${title} since 10:02 UTC, so nobody can tell whether it runs.`,
    ],
    [
      'unknown',
      undefined,
      `Nothing has needed the ${title} yet, so nobody can tell whether it runs.`,
    ],
  ])('says of %s, last seen %s', (state, lastActivity, message) => {
    expect(say({ state, undone: [] }, { lastActivity })).toEqual({ message });
  });

  it('says nothing of it while the cluster cannot be read', () => {
    const told = say({ state: 'unknown', undone: [] }, { fresh: false });
    expect(told.message).toBe(
      `Nothing can be said of the ${title} while its cluster cannot be read.`,
    );
  });
});
