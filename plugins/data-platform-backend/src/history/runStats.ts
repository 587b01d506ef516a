import { RunPage } from '@millrace/backstage-plugin-data-platform-common';

/** Figures of finished runs. Durations are of those that succeeded: a run that fails early would flatter them. */
export function runStats(
  runs: readonly { outcome: string | null; duration_seconds: number | null }[],
): RunPage['stats'] {
  const succeeded = runs.filter(run => run.outcome === 'succeeded');
  const seconds = succeeded
    .map(run => run.duration_seconds)
    .filter(each => each !== null)
    .sort((a, b) => a - b);
  return {
    finished: runs.length,
    succeeded: succeeded.length,
    ...(seconds.length > 0
      ? {
          p50Seconds: percentile(seconds, 0.5),
          p95Seconds: percentile(seconds, 0.95),
        }
      : {}),
  };
}

/** Nearest rank. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
