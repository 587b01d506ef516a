import { between, type Random } from '../random';
import type { Behaviour } from './behaviour';

/** The call that a program's job is named after in the log. */
export function actionOf(program: Behaviour['program']): string {
  return {
    pi: 'reduce at SparkPi.scala:38',
    wordcount: 'collect at wordcount.py:38',
    orders: 'save at orders_etl.py:64',
    job: 'save at NativeMethodAccessorImpl.java:0',
  }[program];
}

const WORDS = ['order', 'customer', 'parcel', 'invoice', 'return', 'stock'];

/** What a program prints at its end. */
export function programOutput(
  program: Behaviour['program'],
  random: Random,
): string[] {
  if (program === 'pi') {
    return [`Pi is roughly 3.14${between(random, 1_000, 1_999)}`];
  }
  if (program === 'wordcount') {
    return WORDS.map(word => `${word}: ${between(random, 900, 48_000)}`);
  }
  const rows = between(random, 80_000, 2_400_000);
  if (program === 'orders') {
    const rejected = between(random, 0, 90);
    return [
      `orders read: ${rows}`,
      `orders rejected (no customer): ${rejected}`,
      `orders written: ${rows - rejected}`,
    ];
  }
  return [`rows written: ${rows}`];
}

/** The words in which a driver reports that a task failed for good with its executor. */
export function abortedJob(
  task: { stage: number; task: number; tid: number },
  executor: { id: number; address: string },
): string[] {
  const { stage, task: index, tid } = task;
  return [
    `Exception in thread "main" org.apache.spark.SparkException: Job aborted due to stage failure: Task ${index} in stage ${stage}.0 failed 4 times, most recent failure: Lost task ${index}.3 in stage ${stage}.0 (TID ${
      tid + 3
    }) (${executor.address} executor ${
      executor.id
    }): ExecutorLostFailure (executor ${
      executor.id
    } exited caused by one of the running tasks) Reason: `,
    `The executor with id ${executor.id} exited with exit code 137(SIGKILL, possible container OOM).`,
    'Driver stacktrace:',
    '\tat org.apache.spark.scheduler.DAGScheduler.failJobAndIndependentStages(DAGScheduler.scala:2898)',
    '\tat org.apache.spark.scheduler.DAGScheduler.$anonfun$abortStage$2(DAGScheduler.scala:2834)',
    '\tat org.apache.spark.scheduler.DAGScheduler.abortStage(DAGScheduler.scala:2833)',
    '\tat org.apache.spark.SparkContext.runJob(SparkContext.scala:2398)',
  ];
}

/** The stack trace of a program that throws; its exit code is the driver's. */
export function thrownByProgram(exitCode: number): string[] {
  return [
    `Exception in thread "main" java.lang.IllegalStateException: the program ended with code ${exitCode}`,
    '\tat com.example.Job$.main(Job.scala:41)',
    '\tat com.example.Job.main(Job.scala)',
    '\tat org.apache.spark.deploy.JavaMainApplication.start(SparkApplication.scala:52)',
    '\tat org.apache.spark.deploy.SparkSubmit.org$apache$spark$deploy$SparkSubmit$$runMain(SparkSubmit.scala:1034)',
    '\tat org.apache.spark.deploy.SparkSubmit.main(SparkSubmit.scala)',
  ];
}
