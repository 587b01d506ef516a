import { between, type Random } from '../random';
import { parseSparkMemory } from './sparkMemory';

/**
 * How the sandbox plays a Spark program. Nothing is computed: the arguments of the application say what happens, so that
 * every kind of run can be had from an ordinary manifest.
 *
 * | argument | what happens |
 * | --- | --- |
 * | `--duration 45s` (`s`, `m`, `h`) | the run takes that long; 12 to 40 s without it |
 * | `--exit-code 3` | the program throws when its work is done; the driver exits with 3 |
 * | `--fails-one-in 9` | one run in nine throws in the end (exit 1) |
 * | `--fails-attempts 1` | the first attempt throws (exit 1), later ones do what the other arguments say |
 * | `--oom driver` | the driver is killed for memory half-way (137, OOMKilled) |
 * | `--oom executor` | executors are killed for memory until a task has failed four times; the job is aborted, exit 1 |
 * | `--oom-times 2` | beside `--oom executor`: the program gets on after so many; fewer than four do not end it |
 * | `--evict driver` | the node evicts the driver half-way for lack of memory |
 * | `--executor-exit-code 52` | executors end with 52 one after the other and are replaced, as a crash loop; Spark 3.5 and later gives up after twice the wanted executors (exit 11), or `spark.executor.maxNumFailures` |
 * | `--partitions 8` | 64 GiB are read in 8 parts. An executor whose heap holds less than its share (part x cores, at 60 %) is killed for memory, as by `--oom executor`; raise its memory or the partitions |
 * | `--skew 40` | one task of the fourth stage takes 40 times as long as the others, and all wait for it |
 * | `--spill 12g` | the stages that read a shuffle spill so much memory over the run |
 * | `--cast=price=string` | a run on a data branch writes that column as another type than the table has (lakefs/sparkOnBranches) |
 * | any other | passed over |
 *
 * Files: `local:///opt/spark/examples/jars/spark-examples.jar` (classes `org.apache.spark.examples.*`) and
 * `local:///opt/spark/examples/src/main/python/{pi,wordcount,orders_etl}.py` exist; any other `local:///` path is missing, and so is
 * a remote one whose name says it (`missing`, `does-not-exist`). Other remote files (`s3a://`, `https://`, ...) exist.
 */
export interface Behaviour {
  program: 'pi' | 'wordcount' | 'orders' | 'job';
  durationMs: number;
  exitCode: number;
  oom?: 'driver' | 'executor';
  executorExitCode?: number;
  /** After so many executors killed for memory the program gets on. */
  oomTimes?: number;
  evictsDriver?: boolean;
  skew?: number;
  spillBytes?: number;
  partitions?: number;
  /** Why the program cannot even be loaded. */
  unloadable?: { log: string[]; exitCode: number };
}

/** What the arguments stand beside: how the driver was started. */
export interface Invocation {
  mainFile: string;
  mainClass: string;
  arguments: readonly string[];
  executorMemory?: string;
  executorCores: number;
  /** The how-manieth attempt of its application this is; the first without it. */
  attempt?: number;
}

const EXAMPLE_JAR =
  /^\/opt\/spark\/examples\/jars\/spark-examples(?:_2\.1[23]-\d+\.\d+\.\d+)?\.jar$/;
const EXAMPLE_PYTHON =
  /^\/opt\/spark\/examples\/src\/main\/python\/(?:pi|wordcount|orders_etl)\.py$/;
const SAYS_MISSING = /does-?not-?exist|missing|no-?such/i;
const UNITS: Record<string, number> = { s: 1e3, m: 60e3, h: 3_600e3 };
const INPUT_MEBI = 64 * 1024;
const HEAP_FOR_TASKS = 0.6;

/** Options of the form `--name value` and `--name=value`. */
function options(args: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  args.forEach((argument, index) => {
    const match = /^--([a-z-]+)(?:=(.*))?$/.exec(argument);
    if (match) found.set(match[1], match[2] ?? args[index + 1] ?? '');
  });
  return found;
}

function duration(text: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(text ?? '');
  return match ? Number(match[1]) * UNITS[match[2] || 's'] : undefined;
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text)
    ? Number(text)
    : undefined;
}

const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function missingLocal(path: string): Behaviour['unloadable'] {
  return {
    exitCode: 1,
    log: [
      `Exception in thread "main" java.io.FileNotFoundException: ${path} (No such file or directory)`,
      '\tat java.base/java.io.FileInputStream.open0(Native Method)',
      '\tat java.base/java.io.FileInputStream.open(FileInputStream.java:219)',
      '\tat org.apache.spark.util.Utils$.copyFileRecursive(Utils.scala:681)',
      '\tat org.apache.spark.deploy.SparkSubmit.downloadResourcesToCurrentDirectory$1(SparkSubmit.scala:437)',
      '\tat org.apache.spark.deploy.SparkSubmit.prepareSubmitEnvironment(SparkSubmit.scala:457)',
      '\tat org.apache.spark.deploy.SparkSubmit$$anon$2.doSubmit(SparkSubmit.scala:1129)',
      '\tat org.apache.spark.deploy.SparkSubmit$.main(SparkSubmit.scala:1138)',
      '\tat org.apache.spark.deploy.SparkSubmit.main(SparkSubmit.scala)',
    ],
  };
}

function unloadable(invocation: Invocation): Behaviour['unloadable'] {
  const { mainFile, mainClass } = invocation;
  const local = /^local:\/\/(\/.*)$/.exec(mainFile)?.[1];
  if (local === undefined) {
    if (!SAYS_MISSING.test(mainFile)) return undefined;
    return {
      exitCode: 1,
      log: [
        `Exception in thread "main" java.io.FileNotFoundException: No such file or directory: ${mainFile}`,
        '\tat org.apache.hadoop.fs.s3a.S3AFileSystem.s3GetFileStatus(S3AFileSystem.java:4119)',
        '\tat org.apache.hadoop.fs.s3a.S3AFileSystem.getFileStatus(S3AFileSystem.java:3992)',
        '\tat org.apache.spark.util.Utils$.fetchHcfsFile(Utils.scala:724)',
        '\tat org.apache.spark.deploy.SparkSubmit.main(SparkSubmit.scala)',
      ],
    };
  }
  if (EXAMPLE_PYTHON.test(local)) return undefined;
  if (!EXAMPLE_JAR.test(local)) return missingLocal(local);
  if (mainClass.startsWith('org.apache.spark.examples.')) return undefined;
  return {
    exitCode: 101,
    log: [`Error: Failed to load class ${mainClass}.`],
  };
}

function program(invocation: Invocation): Behaviour['program'] {
  const { mainFile, mainClass } = invocation;
  const name = fileName(mainFile).toLowerCase();
  if (/wordcount/i.test(mainClass) || name === 'wordcount.py') {
    return 'wordcount';
  }
  if (/^orders.*\.py$/.test(name)) return 'orders';
  if (name === 'pi.py' || /(?:^|\.)(?:Java)?SparkPi$/.test(mainClass)) {
    return 'pi';
  }
  return 'job';
}

/** Whether one part of the input is more than an executor's heap can hold. */
function outgrowsHeap(invocation: Invocation, partitions: number): boolean {
  const heap = parseSparkMemory(invocation.executorMemory) ?? 1024;
  const share = (INPUT_MEBI / partitions) * invocation.executorCores;
  return share > heap * HEAP_FOR_TASKS;
}

function exitCodeOf(
  given: Map<string, string>,
  random: Random,
  attempt = 1,
): number {
  if (attempt <= (whole(given.get('fails-attempts')) ?? 0)) return 1;
  const runs = whole(given.get('fails-one-in'));
  if (runs && between(random, 1, runs) === 1) return 1;
  return (whole(given.get('exit-code')) ?? 0) & 255;
}

function numbersOf(
  given: Map<string, string>,
): Pick<Behaviour, 'skew' | 'spillBytes'> {
  const skew = whole(given.get('skew'));
  const spillMebi = parseSparkMemory(given.get('spill'));
  return {
    ...(skew ? { skew } : {}),
    ...(spillMebi ? { spillBytes: spillMebi * 2 ** 20 } : {}),
  };
}

/** What a program will do, from how it was started. The same seed gives the same run. */
export function behaviour(invocation: Invocation, random: Random): Behaviour {
  const given = options(invocation.arguments);
  const partitions = whole(given.get('partitions'));
  const oom = given.get('oom');
  const tooLarge =
    partitions !== undefined &&
    partitions > 0 &&
    outgrowsHeap(invocation, partitions);
  const kind = program(invocation);
  const slices = kind === 'pi' ? whole(invocation.arguments[0]) : undefined;
  return {
    program: kind,
    durationMs:
      duration(given.get('duration')) ?? between(random, 12, 40) * 1000,
    exitCode: exitCodeOf(given, random, invocation.attempt),
    ...(oom === 'driver' ? { oom } : {}),
    ...(oom === 'executor' || (oom === undefined && tooLarge)
      ? { oom: 'executor' as const }
      : {}),
    executorExitCode: whole(given.get('executor-exit-code')),
    oomTimes: whole(given.get('oom-times')),
    ...(given.get('evict') === 'driver' ? { evictsDriver: true } : {}),
    ...numbersOf(given),
    partitions: partitions || slices || undefined,
    unloadable: unloadable(invocation),
  };
}
