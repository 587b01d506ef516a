import { NotebookServerPage } from '@millrace/backstage-plugin-data-platform-common';
import { Candidate } from './Candidate';
import { gpus } from './notebookOrders';

/**
 * Counts and sums.
 * @param idleAfterMs - from how long on a server counts as idle
 */
export function notebookTotals(
  candidates: readonly Candidate[],
  options: { idleAfterMs: number; priced: boolean },
): NotebookServerPage['totals'] {
  const { idleAfterMs, priced } = options;
  const totals = {
    running: 0,
    stopped: 0,
    failed: 0,
    other: 0,
    gpusHeld: 0,
    idleGpus: 0,
  };
  let costPerHour = 0;
  for (const candidate of candidates) {
    const { facts, held, idleMs } = candidate;
    const { state } = facts;
    if (state === 'running' || state === 'stopped' || state === 'failed') {
      totals[state] += 1;
    } else {
      totals.other += 1;
    }
    const count = gpus(candidate);
    totals.gpusHeld += count;
    if (idleMs !== undefined && idleMs >= idleAfterMs) {
      totals.idleGpus += count;
    }
    costPerHour += held.costPerHour ?? 0;
  }
  return {
    ...totals,
    ...(priced && { costPerHour: Math.round(costPerHour * 10_000) / 10_000 }),
  };
}
