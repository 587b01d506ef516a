import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA, NODE_TRANSFORM, ROOT } from '../paths';
import { say } from '../say';
import { buildFrontend } from '../start/frontendBuild';
import { command } from './command';
import { checkHouseRules } from './houseRules';
import { PostgresServer } from './PostgresServer';
import { Step, StepResult } from './Step';

const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);

/** A program that passes or fails as a whole. */
function program(
  name: string,
  script: string,
  args: readonly string[],
  cwd = ROOT,
): Step {
  return {
    name,
    async run() {
      const { code, output } = await command(script, args, { cwd });
      return code === 0
        ? { passed: 1, failed: 0 }
        : { passed: 0, failed: 1, report: output };
    },
  };
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
}

const unitTests: Step = {
  name: 'unit and integration tests',
  async run(): Promise<StepResult> {
    const folder = mkdtempSync(join(tmpdir(), 'millrace-jest-'));
    const file = join(folder, 'report.json');
    const postgres = await postgresIfPossible();
    try {
      const { code, output } = await command(
        bin('backstage-cli'),
        ['repo', 'test', '--watchAll=false', '--json', `--outputFile=${file}`],
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
        report: code === 0 ? undefined : output,
      };
    } finally {
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Databases are tried on PostgreSQL too; where none can be started, that is said and the rest goes on. */
async function postgresIfPossible(): Promise<PostgresServer | undefined> {
  try {
    return await PostgresServer.start();
  } catch (error) {
    say(`not on PostgreSQL: ${(error as Error).message}`);
    return undefined;
  }
}

/** A program of ours that closes with `N passed, N failed[, N skipped]`. */
function counted(name: string, main: string): Step {
  return {
    name,
    async run() {
      const { code, output } = await command('--require', [
        NODE_TRANSFORM,
        join(ROOT, main),
      ]);
      const line = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(
        output,
      );
      const failed = line ? Number(line[2]) : 1;
      return {
        passed: line ? Number(line[1]) : 0,
        failed: code !== 0 && failed === 0 ? 1 : failed,
        skipped: line?.[3] ? Number(line[3]) : 0,
        report: code === 0 && line ? undefined : output,
      };
    },
  };
}

/** All checks, cheap ones first. */
export const STEPS: readonly Step[] = [
  {
    name: 'house rules (imports, lengths)',
    async run() {
      const problems = checkHouseRules(ROOT);
      return problems.length === 0
        ? { passed: 1, failed: 0 }
        : { passed: 0, failed: 1, report: problems.join('\n') };
    },
  },
  program('types', bin('tsc'), ['--pretty', 'false']),
  program('lint', bin('backstage-cli'), ['repo', 'lint']),
  program('formatting', bin('prettier'), ['--check', '.']),
  program(
    'generated API types are current',
    join(ROOT, 'plugins/data-platform-common/scripts/generate.mjs'),
    ['--check'],
    join(ROOT, 'plugins/data-platform-common'),
  ),
  program('configuration', bin('backstage-cli'), ['config:check', '--lax']),
  unitTests,
  counted(
    'conformance suite on the sandbox',
    'packages/conformance/src/main.ts',
  ),
  {
    name: 'production build of the frontend',
    async run() {
      await buildFrontend(join(DATA, 'frontend-build.log'));
      return { passed: 1, failed: 0 };
    },
  },
  program('build of the packages', bin('backstage-cli'), ['repo', 'build']),
  counted('end to end in Chromium', 'packages/launcher/src/e2e/main.ts'),
];
