import { clock } from '../rollup/timeWords';
import { OperatorDeployment, OperatorJudgement, Owed } from './judgeOperator';

/** What a judgement is told with. */
export interface OperatorWords {
  /** `Kubeflow Spark operator of cluster eu-1` */
  title: string;
  judgement: OperatorJudgement;
  deployments: readonly OperatorDeployment[];
  /** False while the cluster cannot be read. */
  fresh: boolean;
  lastActivity?: number;
  now: number;
}

const UNDONE: Readonly<Record<Owed['what'], string>> = {
  'pick-up': 'new objects are not picked up',
  end: 'the end of runs is not recorded',
};

/** One sentence on the state, and what to do about it. No number of objects: who reads it may not see them all. */
export function operatorSentences(words: OperatorWords): {
  message: string;
  nextStep?: string;
} {
  const { title, judgement, fresh, lastActivity, now } = words;
  if (!fresh) {
    return {
      message: `Nothing can be said of the ${title} while its cluster cannot be read.`,
    };
  }
  const seen =
    lastActivity === undefined
      ? undefined
      : clock(new Date(lastActivity).toISOString(), now);
  switch (judgement.state) {
    case 'down': {
      const clause = downClause(title, judgement.since ?? now, now);
      return {
        message: `T${clause.slice(1)}: ${why(words)}.`,
        nextStep: nextStep(words),
      };
    }
    case 'up':
      return {
        message: seen
          ? `The ${title} works: it was last seen at work at ${seen}.`
          : `The ${title} is there, and nothing waits for it.`,
      };
    default:
      return {
        message: seen
          ? `Nothing has needed the ${title} since ${seen}, so nobody can tell whether it runs.`
          : `Nothing has needed the ${title} yet, so nobody can tell whether it runs.`,
      };
  }
}

/** `the Kubeflow Spark operator of cluster eu-1 seems to be down since 10:02 UTC` */
export function downClause(title: string, since: number, now: number): string {
  return `the ${title} seems to be down since ${clock(
    new Date(since).toISOString(),
    now,
  )}`;
}

function why({ judgement, deployments }: OperatorWords): string {
  const away = deployments.find(one => one.awaySince !== undefined);
  const gone = deployments.every(one => one.awaySince !== undefined);
  const undone = judgement.undone.map(what => UNDONE[what]).join(', and ');
  if (!away || !gone) {
    return undone || 'it has yet to show a sign of life';
  }
  const place = `Deployment \`${away.name}\` in namespace \`${away.namespace}\``;
  const pods = away.scaledToZero
    ? `${place} is scaled to zero`
    : `${place} has no pod that is available`;
  return undone ? `${pods}, and ${undone}` : pods;
}

function nextStep({ title, deployments }: OperatorWords): string {
  const one =
    deployments.find(({ awaySince }) => awaySince !== undefined) ??
    deployments[0];
  return one
    ? `Ask the platform team to look at Deployment \`${one.name}\` in namespace \`${one.namespace}\`.`
    : `Ask the platform team whether the ${title} runs.`;
}
