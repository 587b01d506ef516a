import { LakeSize } from './lakefs/LakeSize';

/** What is measured beside the cold start. */
export type Measure =
  | 'reads'
  | 'streams'
  | 'tabs'
  | 'changes'
  | 'creation'
  | 'outage'
  | 'browser'
  | 'fanOut';

export type ScaleName = 'quick' | '1k' | '10k' | '50k';

/** How much a run measures. */
export interface Scale {
  name: ScaleName;
  clusters: number;
  workloadsPerCluster: number;
  /** Each is the namespace of one data domain. */
  namespacesPerCluster: number;
  /** Jobs in the catalog; what runs beyond them belongs to no entity. */
  jobsPerNamespace: number;
  runsPerJob: number;
  /** People who read, each with a token of their own. */
  people: number;
  measures: readonly Measure[];
  /** B13; absent where it is not measured. */
  b13?: LakeSize;
  b1: { streams: number; changesPerSecond: number; seconds: number };
  /** Reads of each route: one at a time, and `concurrency` at a time. */
  b2: { concurrency: number; oneByOne: number; reads: number };
  b4: { sessions: number; changes: number; seconds: number };
  /** Changes while nobody looks. */
  b7: { changesPerSecond: number; seconds: number };
  /** Pages of a job that are opened. */
  b10: { pages: number };
  /** Domains that are made, and runs that are started. */
  b11: { times: number };
  /** Changes and reads of the other clusters, in each round with all clusters there and in each outage. */
  b12: {
    rounds: number;
    changes: number;
    changesPerSecond: number;
    reads: number;
  };
  /** Pages of the kubernetes plugin, by concurrency. */
  fanOut: readonly { concurrency: number; pages: number }[];
  /** The longest that one of its parts may take. */
  partMs: number;
  /** The longest that all of them may take. */
  deadlineMs: number;
}

const ALL: readonly Measure[] = [
  'reads',
  'tabs',
  'changes',
  'creation',
  'browser',
  'outage',
  'streams',
  'fanOut',
];

const TEN_THOUSAND: Scale = {
  name: '10k',
  clusters: 10,
  workloadsPerCluster: 1_000,
  namespacesPerCluster: 5,
  jobsPerNamespace: 10,
  runsPerJob: 10,
  people: 20,
  measures: ALL,
  b13: { branches: 10_000, objects: 100_000 },
  b1: { streams: 1_000, changesPerSecond: 50, seconds: 20 },
  b2: { concurrency: 20, oneByOne: 300, reads: 3_000 },
  b4: { sessions: 100, changes: 50, seconds: 20 },
  b7: { changesPerSecond: 50, seconds: 8 },
  b10: { pages: 40 },
  b11: { times: 10 },
  b12: { rounds: 3, changes: 60, changesPerSecond: 15, reads: 600 },
  fanOut: [
    { concurrency: 1, pages: 40 },
    { concurrency: 20, pages: 200 },
  ],
  partMs: 4 * 60_000,
  deadlineMs: 15 * 60_000,
};

export const SCALES: Readonly<Record<ScaleName, Scale>> = {
  '1k': {
    ...TEN_THOUSAND,
    name: '1k',
    clusters: 1,
    jobsPerNamespace: 5,
    measures: ['reads', 'streams', 'fanOut'],
    b13: undefined,
    b1: { streams: 1_000, changesPerSecond: 50, seconds: 8 },
    b4: { sessions: 0, changes: 0, seconds: 0 },
    b7: { changesPerSecond: 0, seconds: 0 },
    b12: { rounds: 0, changes: 0, changesPerSecond: 0, reads: 0 },
    deadlineMs: 6 * 60_000,
  },
  '10k': TEN_THOUSAND,
  '50k': {
    ...TEN_THOUSAND,
    name: '50k',
    clusters: 50,
    namespacesPerCluster: 2,
    jobsPerNamespace: 5,
    measures: ['reads', 'streams', 'outage', 'fanOut'],
    b13: undefined,
    // Filling and reading so much takes most of the time: everything is repeated less often than at 10k.
    b1: { streams: 1_000, changesPerSecond: 50, seconds: 10 },
    b2: { concurrency: 20, oneByOne: 100, reads: 1_000 },
    b12: { rounds: 2, changes: 60, changesPerSecond: 15, reads: 600 },
    fanOut: [
      { concurrency: 1, pages: 4 },
      { concurrency: 20, pages: 20 },
    ],
    partMs: 5 * 60_000,
    deadlineMs: 13 * 60_000,
  },
  quick: {
    ...TEN_THOUSAND,
    name: 'quick',
    clusters: 3,
    workloadsPerCluster: 500,
    jobsPerNamespace: 5,
    b13: { branches: 500, objects: 5_000 },
    b1: { streams: 300, changesPerSecond: 50, seconds: 4 },
    b2: { concurrency: 20, oneByOne: 60, reads: 300 },
    b4: { sessions: 20, changes: 20, seconds: 4 },
    b7: { changesPerSecond: 25, seconds: 3 },
    b10: { pages: 5 },
    b11: { times: 3 },
    b12: { rounds: 1, changes: 20, changesPerSecond: 10, reads: 50 },
    fanOut: [
      { concurrency: 1, pages: 5 },
      { concurrency: 20, pages: 20 },
    ],
    partMs: 90_000,
    deadlineMs: 4 * 60_000,
  },
};

/** With fewer workloads the heap is that of the code. */
const HEAP_FROM = 10_000;

export function workloads(scale: Scale): number {
  return scale.clusters * scale.workloadsPerCluster;
}

/** Whether what a workload costs the heap can be told at this size. */
export function measuresHeap(scale: Scale): boolean {
  return workloads(scale) >= HEAP_FROM;
}

/** Status changes of a whole run: each is of an application of its own, which must be running before. */
export function changesOf({ b1, b4, b7, b12, clusters }: Scale): number {
  const anywhere =
    b1.changesPerSecond * b1.seconds +
    2 * b4.changes +
    b7.changesPerSecond * b7.seconds;
  // Those of outages never fall on the cluster that is out.
  const elsewhere = 3 * b12.rounds * b12.changes;
  return (
    anywhere + Math.ceil((elsewhere * clusters) / Math.max(1, clusters - 1))
  );
}
