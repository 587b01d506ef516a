import { SparkApi, SparkApiError, SparkApiFault } from '../rest/SparkApi';
import {
  applicationJson,
  driverJson,
  executorJson,
  jobJson,
  stageJson,
  taskSummaryJson,
} from './sparkJson';

/** Spark's REST API, with answers by path (below the application) that a test may replace. */
export class FakeSpark implements SparkApi {
  readonly asked: string[] = [];
  fault?: SparkApiFault;
  application: unknown = applicationJson();
  answers: Record<string, unknown> = {
    stages: [
      stageJson(2, {
        status: 'ACTIVE',
        numActiveTasks: 8,
        numCompleteTasks: 150,
        numCompletedIndices: 150,
      }),
      stageJson(1),
    ],
    jobs: [jobJson(1)],
    allexecutors: [driverJson(), executorJson('1'), executorJson('2')],
    'stages/1/0/taskSummary': taskSummaryJson(2_000, 3_000),
    'stages/2/0/taskSummary': taskSummaryJson(18_000, 720_000),
    'stages/2/0/taskList': [],
  };

  async get(
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<unknown> {
    const search = new URLSearchParams(query).toString();
    this.asked.push(search ? `${path}?${search}` : path);
    if (this.fault) {
      throw new SparkApiError(this.fault, `a ${this.fault} for the test`);
    }
    if (!path.includes('/')) {
      return [this.application];
    }
    const below = path.replace(/^applications\/[^/]+\/?/, '');
    if (below === '') {
      return this.application;
    }
    const answer = this.answers[below];
    if (answer === undefined) {
      throw new SparkApiError('absent', 'not in the test');
    }
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  }
}
