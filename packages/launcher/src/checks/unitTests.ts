import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../paths';
import { say } from '../say';
import { command } from './command';
import { PostgresServer } from './PostgresServer';
import { bin } from './program';
import { Step, StepResult } from './Step';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: readonly {
    name: string;
    /** Why the file could not be run, or all its failures. */
    message: string;
    assertionResults: readonly {
      status: string;
      fullName: string;
      failureMessages: readonly string[];
    }[];
  }[];
}

export const unitTests: Step = {
  name: 'unit and integration tests',
  async run(): Promise<StepResult> {
    const folder = mkdtempSync(join(tmpdir(), 'millrace-jest-'));
    const file = join(folder, 'report.json');
    const postgres = await postgresIfPossible();
    try {
      const { code, output } = await command(
        bin('backstage-cli'),
        [
          ...['repo', 'test', '--watchAll=false'],
          ...['--json', `--outputFile=${file}`],
          `--maxWorkers=${workers()}`,
          `--workerIdleMemoryLimit=${workerMegabytes()}M`,
        ],
        {
          env: {
            CI: 'true',
            NODE_ENV: 'test',
            // What the test utilities of Backstage read.
            ...(postgres && {
              BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
                postgres.connectionString,
            }),
          },
        },
      );
      const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
      const broken = report.numFailedTests + report.numRuntimeErrorTestSuites;
      return {
        passed: report.numPassedTests,
        failed: code !== 0 && broken === 0 ? 1 : broken,
        skipped: report.numPendingTests,
        report: code === 0 ? undefined : failures(report) || output,
      };
    } finally {
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/**
 * A worker above this begins anew after its test file, and has to compile everything again: as late as the machine allows.
 * A fourth of its memory for two of them at most.
 */
function workerMegabytes(): number {
  const eighth = Math.floor(totalmem() / 8 / 2 ** 20);
  return Math.min(2_500, Math.max(1_000, eighth));
}

/** One more than there are processors: tests of clusters and browsers wait now and then. Two thirds of the memory at most. */
function workers(): number {
  const room = Math.floor(((totalmem() / 2 ** 20) * 2) / 3 / workerMegabytes());
  return Math.max(1, Math.min(availableParallelism() + 1, room));
}

/** Lines of one failure that are shown. */
const MOST_LINES = 25;

/** Each test that failed, with its file and how it failed; what passed is left out. */
export function failures({ testResults }: Pick<JestReport, 'testResults'>) {
  return testResults
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(ROOT, name);
      if (assertionResults.length === 0) {
        return message ? [told(file, message)] : [];
      }
      return assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) =>
          told(`${file}: ${fullName}`, failureMessages.join('\n')),
        );
    })
    .join('\n\n');
}

function told(what: string, why: string): string {
  const lines = why.split('\n');
  const more = lines.length - MOST_LINES;
  return [
    what,
    ...lines.slice(0, MOST_LINES),
    ...(more > 0 ? [`... ${more} more lines`] : []),
  ].join('\n');
}

/** Databases are tried on PostgreSQL too; where none can be started, that is said and the rest goes on. */
async function postgresIfPossible(): Promise<PostgresServer | undefined> {
  try {
    return await PostgresServer.start();
  } catch (error) {
    say(`not on PostgreSQL: ${(error as Error).message}`);
    return undefined;
  }
}
