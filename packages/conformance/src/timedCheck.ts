import { Skip } from './Check';
import type { CheckResult, Summary } from './runConformance';

/** Runs a check; whatever becomes of it is a result. */
export async function timedCheck(
  area: string,
  title: string,
  run: () => Promise<void>,
): Promise<CheckResult> {
  const begun = Date.now();
  const result = (outcome: CheckResult['outcome'], reason?: string) => ({
    area,
    title,
    outcome,
    reason,
    durationMs: Date.now() - begun,
  });
  try {
    await run();
    return result('passed');
  } catch (error) {
    const { message } = error as Error;
    return result(error instanceof Skip ? 'skipped' : 'failed', message);
  }
}

export function summaryOf(results: CheckResult[]): Summary {
  const count = (outcome: CheckResult['outcome']) =>
    results.filter(result => result.outcome === outcome).length;
  return {
    results,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  };
}
