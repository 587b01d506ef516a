import { seconds } from '../say';
import { Stage, Step, StepResult } from './Step';

/** Lines of a report that are shown; the rest helps nobody on a terminal. */
const REPORT_LINES = 200;

/** Sums over all checks. */
export type Totals = Required<Omit<StepResult, 'report'>>;

/**
 * Runs every check, or those whose names contain one of the words. All run, whatever fails.
 *
 * @param tell - gets what a person shall read, in whole pieces: those of checks that run side by side do not mix
 */
export async function runStages(
  stages: readonly Stage[],
  words: readonly string[],
  tell: (text: string) => void,
): Promise<Totals> {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  const wanted = ({ name }: Step) =>
    words.length === 0 || words.some(word => name.includes(word));
  const runLane = async (lane: readonly Step[]) => {
    for (const step of lane.filter(wanted)) {
      const { passed, failed, skipped = 0 } = await runStep(step, tell);
      totals.passed += passed;
      totals.failed += failed;
      totals.skipped += skipped;
    }
  };
  for (const stage of stages) await Promise.all(stage.map(runLane));
  return totals;
}

async function runStep(
  step: Step,
  tell: (text: string) => void,
): Promise<StepResult> {
  const started = Date.now();
  tell(`${step.name} ...`);
  const result = await step.run().catch(
    (error): StepResult => ({
      passed: 0,
      failed: 1,
      report: error instanceof Error ? error.stack : String(error),
    }),
  );
  const { passed, failed, report } = result;
  const end = `${failed === 0 ? 'ok' : 'FAILED'}  ${
    step.name
  }: ${passed} passed, ${failed} failed in ${seconds(Date.now() - started)}`;
  const shown =
    report && failed > 0
      ? report.trimEnd().split('\n').slice(-REPORT_LINES)
      : [];
  tell([...shown, end].join('\n'));
  return result;
}
