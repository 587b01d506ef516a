import { exitWords } from '../../pods/exitWords';
import { SparkSettings } from '../model/sparkSettings';

/** What an exit code of a Spark container means. */
export interface ExitMeaning {
  /** Reason of the verdict when a driver ended so. */
  reason: string;
  /** What follows "the driver" or "the executor". */
  words: string;
  nextStep: string;
}

const READ_LOG = "Read the end of the driver's log: the cause stands there.";

/** Source: apache/spark SparkExitCode.scala and ExecutorExitCode.scala; above 128: ended by a signal. */
const KNOWN: Readonly<
  Record<
    number,
    Omit<ExitMeaning, 'nextStep'> & {
      nextStep: string | ((settings: SparkSettings) => string);
    }
  >
> = {
  1: {
    reason: 'DriverFailed',
    words: 'ended with an error (exit code 1)',
    nextStep: READ_LOG,
  },
  2: {
    reason: 'DriverFailed',
    words: 'could not start its program (exit code 2)',
    nextStep: settings =>
      `Check \`${settings.mainFile}\` and \`${settings.arguments}\`, then read the log of the driver.`,
  },
  11: {
    reason: 'TooManyExecutorFailures',
    words: 'gave up after too many executors had failed (exit code 11)',
    nextStep: 'Read the logs of the executors that failed.',
  },
  50: {
    reason: 'DriverFailed',
    words: 'ended with an exception that nobody caught (exit code 50)',
    nextStep: READ_LOG,
  },
  51: {
    reason: 'DriverFailed',
    words: 'failed again while it handled an exception (exit code 51)',
    nextStep: READ_LOG,
  },
  53: {
    reason: 'NoLocalDirectory',
    words: 'could not create its local directories (exit code 53)',
    nextStep:
      'Check the free space and the rights of the volumes for `spark.local.dir`.',
  },
  56: {
    reason: 'HeartbeatLost',
    words: 'lost contact with the driver (exit code 56)',
    nextStep: 'See whether the driver is short of memory or CPU.',
  },
  101: {
    reason: 'MainClassNotFound',
    words: 'did not find its main class or file (exit code 101)',
    nextStep: settings =>
      `Check \`${settings.mainClass}\`, and that \`${settings.mainFile}\` holds it.`,
  },
  126: {
    reason: 'ImageNotRunnable',
    words: exitWords(126),
    nextStep: 'Use an image that holds Spark and lets its user execute it.',
  },
  127: {
    reason: 'ImageNotRunnable',
    words: exitWords(127),
    nextStep: 'Use an image that holds Spark.',
  },
  134: {
    reason: 'DriverCrashed',
    words: exitWords(134),
    nextStep: READ_LOG,
  },
  137: {
    reason: 'DriverKilled',
    words: exitWords(137),
    nextStep:
      'See whether its node was drained or ran out of memory, then run it again.',
  },
  139: {
    reason: 'DriverCrashed',
    words: exitWords(139),
    nextStep: 'Check the native libraries of the image.',
  },
  143: {
    reason: 'DriverStopped',
    words: exitWords(143),
    nextStep: 'See who deleted the pod or drained its node, then run it again.',
  },
};

/** Exit code of a JVM whose heap was too small. */
export const EXIT_HEAP = 52;

/** The meaning of any exit code, in words. */
export function exitMeaning(
  exitCode: number,
  settings: SparkSettings,
): ExitMeaning {
  const known = KNOWN[exitCode];
  if (known) {
    const { nextStep } = known;
    return {
      ...known,
      nextStep: typeof nextStep === 'string' ? nextStep : nextStep(settings),
    };
  }
  return {
    reason: 'DriverFailed',
    words: exitWords(exitCode),
    nextStep: READ_LOG,
  };
}
