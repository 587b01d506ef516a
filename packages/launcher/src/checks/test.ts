import { mkdirSync } from 'node:fs';
import { DATA } from '../paths';
import { say, seconds } from '../say';
import { StepResult } from './Step';
import { STEPS } from './steps';

/** Lines of a report that are shown; the rest helps nobody on a terminal. */
const REPORT_LINES = 200;

/** `npm test [-- words]`: every check, or those whose names contain one of the words. */
export async function test(words: readonly string[]): Promise<number> {
  mkdirSync(DATA, { recursive: true, mode: 0o700 });
  const total = { passed: 0, failed: 0, skipped: 0 };
  const steps = STEPS.filter(
    step => words.length === 0 || words.some(word => step.name.includes(word)),
  );
  for (const step of steps) {
    const started = Date.now();
    say(`${step.name} ...`);
    const result = await step.run().catch(
      (error): StepResult => ({
        passed: 0,
        failed: 1,
        report: error instanceof Error ? error.stack : String(error),
      }),
    );
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped ?? 0;
    if (result.report && result.failed > 0) {
      say(result.report.trimEnd().split('\n').slice(-REPORT_LINES).join('\n'));
    }
    say(
      `${result.failed === 0 ? 'ok' : 'FAILED'}  ${step.name}: ${
        result.passed
      } passed, ${result.failed} failed in ${seconds(Date.now() - started)}`,
    );
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  say(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}
