import { Candidate } from './Candidate';
import { NotebookQuery } from './NotebookQuery';

type Order = (a: Candidate, b: Candidate) => number;

/** What a person wants on top, by sort; the name decides where nothing else does. */
export const NOTEBOOK_ORDERS: Readonly<Record<NotebookQuery['sort'], Order>> = {
  name: byName,
  idle: (a, b) => byIdle(a, b) || byName(a, b),
  gpu: (a, b) => gpus(b) - gpus(a) || byIdle(a, b) || byName(a, b),
  cost: (a, b) => byCost(a, b) || byName(a, b),
};

function byName(a: Candidate, b: Candidate): number {
  const left = a.resource.row;
  const right = b.resource.row;
  return (
    compare(left.name, right.name) ||
    compare(left.namespace ?? '', right.namespace ?? '') ||
    compare(left.id, right.id)
  );
}

/** Longest idle first; whose activity nobody knows after those, what does not run last. */
function byIdle(a: Candidate, b: Candidate): number {
  return idleRank(b) - idleRank(a);
}

function idleRank({ idleMs, facts }: Candidate): number {
  return idleMs ?? (facts.state === 'running' ? -1 : -2);
}

/** Dearest since the start first; without prices, the most GPU-hours, then core-hours. */
function byCost({ held: a }: Candidate, { held: b }: Candidate): number {
  return (
    (b.cost ?? 0) - (a.cost ?? 0) ||
    (b.hours?.gpu ?? 0) - (a.hours?.gpu ?? 0) ||
    (b.hours?.cpu ?? 0) - (a.hours?.cpu ?? 0) ||
    (b.hours?.memoryGib ?? 0) - (a.hours?.memoryGib ?? 0)
  );
}

/** GPUs that are held now. */
export function gpus({ facts, holding }: Candidate): number {
  return holding ? facts.gpu?.count ?? 0 : 0;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
