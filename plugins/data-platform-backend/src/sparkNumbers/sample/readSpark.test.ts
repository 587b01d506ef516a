import { FakeSpark } from '../__testUtils__/FakeSpark';
import {
  applicationJson,
  stageJson,
  taskSummaryJson,
} from '../__testUtils__/sparkJson';
import { sparkNumbers } from '../reduce/sparkNumbers';
import { SparkApiError } from '../rest/SparkApi';
import { readMemory } from './ReadMemory';
import { readSpark, SparkQuestion } from './readSpark';

function question(
  api: FakeSpark,
  over: Partial<SparkQuestion> = {},
): SparkQuestion {
  return {
    api,
    from: 'driver',
    memory: readMemory(),
    now: () => 1_000,
    signal: new AbortController().signal,
    ...over,
  };
}

describe('readSpark', () => {
  it('reads a driver in a few requests, and fewer the next time', async () => {
    const spark = new FakeSpark();
    const ask = question(spark);
    const numbers = sparkNumbers(await readSpark(ask));
    expect(numbers).toMatchObject({
      applicationId: 'spark-3c1f',
      sparkVersion: '4.0.1',
      progress: 0.5,
      hints: [{ reason: 'TaskSkew', stage: 2 }],
    });
    expect(spark.asked).toEqual([
      'applications',
      'applications/spark-3c1f/stages',
      'applications/spark-3c1f/jobs?status=running',
      'applications/spark-3c1f/allexecutors',
      'applications/spark-3c1f/stages/2/0/taskSummary?quantiles=0.5%2C1.0',
      'applications/spark-3c1f/stages/2/0/taskList?status=running&sortBy=-runtime&length=1',
      'applications/spark-3c1f/stages/1/0/taskSummary?quantiles=0.5%2C1.0',
    ]);
    spark.asked.length = 0;
    await readSpark(ask);
    // What is over does not change.
    expect(spark.asked).not.toContain('applications');
    expect(spark.asked.join()).not.toContain('stages/1/0');
    expect(spark.asked).toHaveLength(5);
  });

  it('sees the task that a stage waits for', async () => {
    const spark = new FakeSpark();
    spark.answers['stages/2/0/taskSummary'] = taskSummaryJson(18_000, 20_000);
    spark.answers['stages/2/0/taskList'] = [
      { taskId: 7, status: 'RUNNING', duration: 900_000 },
    ];
    const { hints } = sparkNumbers(await readSpark(question(spark)));
    expect(hints?.[0].message).toContain(
      'has been running for 50x the median (15 min against 18 s)',
    );
  });

  it('does without what one stage does not tell', async () => {
    const spark = new FakeSpark();
    delete spark.answers['stages/2/0/taskSummary'];
    const reading = await readSpark(question(spark));
    expect([...reading.spreads.keys()]).toEqual(['1.0']);
  });

  it('asks for stages in parts once their list is too long', async () => {
    const spark = new FakeSpark();
    const all = spark.answers.stages;
    const get = spark.get.bind(spark);
    spark.get = async (path, query) => {
      const answer = await get(path, query);
      if (path.endsWith('/stages') && !query.status) {
        throw new SparkApiError('too-large', 'more than 2 MiB');
      }
      return path.endsWith('/stages')
        ? (all as { status: string }[]).filter(
            stage => stage.status.toLowerCase() === query.status,
          )
        : answer;
    };
    const ask = question(spark);
    const reading = await readSpark(ask);
    expect(reading).toMatchObject({ partial: true, stages: [{ id: 2 }] });
    spark.asked.length = 0;
    await readSpark(ask);
    expect(spark.asked).not.toContain('applications/spark-3c1f/stages');
    expect(spark.asked).toContain('applications/spark-3c1f/jobs');
  });

  it('asks a History Server for the application, with its attempt', async () => {
    const spark = new FakeSpark();
    spark.application = applicationJson('spark-9', { attemptId: '2' });
    spark.answers = {
      '2/stages': [stageJson(1)],
      '2/jobs': [],
      '2/allexecutors': [],
      '2/stages/1/0/taskSummary': {},
    };
    await readSpark(
      question(spark, { from: 'history-server', applicationId: 'spark-9' }),
    );
    expect(spark.asked.slice(0, 2)).toEqual([
      'applications/spark-9',
      'applications/spark-9/2/stages',
    ]);
  });

  it.each([
    ['no application', []],
    ['an id that is a path', applicationJson('../../secrets')],
    ['an id of dots', applicationJson('..')],
    ['nonsense', 'x'],
  ])('refuses %s', async (_, application) => {
    const spark = new FakeSpark();
    spark.application = application;
    await expect(readSpark(question(spark))).rejects.toMatchObject({
      fault: 'nonsense',
    });
    expect(spark.asked).toEqual(['applications']);
  });
});
