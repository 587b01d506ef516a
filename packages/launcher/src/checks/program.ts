import { join } from 'node:path';
import { NODE_TRANSFORM, ROOT } from '../paths';
import { command } from './command';
import { Step } from './Step';

/** A program that comes with a dependency. */
export const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);

/** A program that passes or fails as a whole. */
export function program(
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

/** A program of ours that closes with `N passed, N failed[, N skipped]`. */
export function countingProgram(name: string, main: string): Step {
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
