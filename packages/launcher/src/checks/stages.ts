import { join } from 'node:path';
import { DATA, ROOT } from '../paths';
import { buildFrontend } from '../start/frontendBuild';
import { checkHouseRules } from './houseRules';
import { bin, countingProgram, program } from './program';
import { Stage, Step } from './Step';
import { unitTests } from './unitTests';

const houseRules: Step = {
  name: 'house rules (imports, lengths)',
  async run() {
    const problems = checkHouseRules(ROOT);
    return problems.length === 0
      ? { passed: 1, failed: 0 }
      : { passed: 0, failed: 1, report: problems.join('\n') };
  },
};

const frontendBuild: Step = {
  name: 'production build of the frontend',
  async run() {
    await buildFrontend(join(DATA, 'frontend-build.log'));
    return { passed: 1, failed: 0 };
  },
};

const COMMON = join(ROOT, 'plugins/data-platform-common');

/** All checks, cheap ones first. */
export const STAGES: readonly Stage[] = [
  [
    [
      houseRules,
      program('types', bin('tsc'), ['--pretty', 'false']),
      program(
        'generated API types are current',
        join(COMMON, 'scripts/generate.mjs'),
        ['--check'],
        COMMON,
      ),
      program('configuration', bin('backstage-cli'), ['config:check', '--lax']),
      countingProgram(
        'conformance suite on the sandbox',
        'packages/conformance/src/main.ts',
      ),
    ],
    [
      program('lint', bin('backstage-cli'), ['repo', 'lint']),
      program('formatting', bin('prettier'), ['--check', '.']),
    ],
  ],
  [
    [unitTests],
    // The builds are done long before the tests.
    [
      frontendBuild,
      program('build of the packages', bin('backstage-cli'), ['repo', 'build']),
    ],
  ],
  // Alone: a person's patience with a browser is part of what it tries, and beside the tests it wins no time.
  [
    [
      countingProgram(
        'end to end in Chromium',
        'packages/launcher/src/e2e/main.ts',
      ),
    ],
  ],
];
