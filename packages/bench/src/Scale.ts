/** How much a run measures. */
export interface Scale {
  name: 'full' | 'quick';
  clusters: number;
  workloadsPerCluster: number;
  /** Each is the namespace of one data domain. */
  namespacesPerCluster: number;
  /** Jobs in the catalog; what runs beyond them belongs to no entity. */
  jobsPerNamespace: number;
  runsPerJob: number;
  /** People who read, each with a token of their own. */
  people: number;
  b1: { streams: number; changesPerSecond: number; seconds: number };
  /** Reads of each route: one at a time, and `concurrency` at a time. */
  b2: { concurrency: number; oneByOne: number; reads: number };
  b4: { sessions: number; changes: number; seconds: number };
  /** Pages of the kubernetes plugin, by concurrency. */
  fanOut: readonly { concurrency: number; pages: number }[];
  deadlineMs: number;
}

export const SCALES: Readonly<Record<Scale['name'], Scale>> = {
  full: {
    name: 'full',
    clusters: 10,
    workloadsPerCluster: 1_000,
    namespacesPerCluster: 5,
    jobsPerNamespace: 10,
    runsPerJob: 10,
    people: 20,
    b1: { streams: 1_000, changesPerSecond: 50, seconds: 20 },
    b2: { concurrency: 20, oneByOne: 500, reads: 5_000 },
    b4: { sessions: 100, changes: 50, seconds: 30 },
    fanOut: [
      { concurrency: 1, pages: 40 },
      { concurrency: 20, pages: 200 },
    ],
    deadlineMs: 15 * 60_000,
  },
  quick: {
    name: 'quick',
    clusters: 2,
    workloadsPerCluster: 500,
    namespacesPerCluster: 5,
    jobsPerNamespace: 5,
    runsPerJob: 10,
    people: 20,
    b1: { streams: 1_000, changesPerSecond: 50, seconds: 5 },
    b2: { concurrency: 20, oneByOne: 200, reads: 1_000 },
    b4: { sessions: 20, changes: 20, seconds: 6 },
    fanOut: [
      { concurrency: 1, pages: 20 },
      { concurrency: 20, pages: 100 },
    ],
    deadlineMs: 4 * 60_000,
  },
};

export function workloads(scale: Scale): number {
  return scale.clusters * scale.workloadsPerCluster;
}

/** Status changes of a whole run: each is of an application of its own, which must be running before. */
export function changesOf({ b1, b4 }: Scale): number {
  return b1.changesPerSecond * b1.seconds + 2 * b4.changes;
}
