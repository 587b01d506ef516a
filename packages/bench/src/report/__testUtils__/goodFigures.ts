import { Scale, SCALES } from '../../Scale';
import { Figures } from '../Figures';
import { Run } from '../Report';

export const latency = (p50: number, p99: number) => ({
  count: 9,
  p50,
  p95: p99,
  p99,
  max: p99,
});

export const route = (name: string, p50: number, p99: number) => ({
  route: name,
  alone: latency(1, 2),
  latency: latency(p50, p99),
  readsPerSecond: 4_000,
  cpuMs: 0.25,
  bytes: 1_500,
});

/** Everything measured, every target met. */
export const good = {
  problems: {},
  seconds: {},
  alone: {
    firstClusterMs: 400,
    completeMs: 5_000,
    loopLagP99Ms: 30,
    apiRequests: 120,
    heap: {
      emptyMb: 60,
      steadyMb: 70,
      bytesPerWorkload: 990,
      peakOverSteadyMb: 40,
    },
  },
  coldStart: {
    signInMs: 5_000,
    indexMs: 7_000,
    readingMs: 2_500,
    apiRequests: 120,
    joinedMs: 20_000,
    rssMb: 400,
    heapMb: 150,
  },
  streams: {
    streams: 1_000,
    changes: 1_000,
    changesPerSecond: 50,
    latency: latency(90, 290),
    lost: 0,
    cut: 0,
    kbPerSecondAndStream: 70,
    loopLagP99Ms: 40,
    clientLagP99Ms: 30,
    cpuPercent: 30,
  },
  reads: {
    concurrency: 20,
    routes: [route('GET /a', 3, 25), route('GET /b', 5, 9)],
    floor: route('floor', 90, 90),
  },
  tabs: {
    sessions: 100,
    seconds: 30,
    changes: 50,
    reads: 700,
    without: { total: 2, byClass: { watch: 2 } },
    with: { total: 1, byClass: { watch: 1 } },
    marginal: 0,
  },
  changes: {
    changes: 400,
    changesPerSecond: 50,
    cpuMsPerChange: 0.15,
    catalogWrites: 0,
  },
  browser: {
    otherPage: { kb: 900, broughtKb: 300, oursKb: 0, files: {} },
    card: { kb: 40, broughtKb: 12, oursKb: 10, files: {} },
    tab: { kb: 90, broughtKb: 35, oursKb: 25, files: {} },
    firstMs: 300,
    verdict: latency(80, 190),
    floor: latency(60, 120),
  },
  creation: [
    { what: 'domain', total: latency(90, 100), overhead: latency(60, 70) },
  ],
  outage: {
    open: { push: latency(100, 200), read: latency(2, 3) },
    outages: [
      {
        kind: 'hung' as const,
        staleAfterMs: 25_000,
        others: { push: latency(105, 210), read: latency(2.1, 9) },
      },
    ],
  },
  fanOut: [
    {
      concurrency: 20,
      latency: latency(700, 9_000),
      pagesPerSecond: 21,
      apiRequestsPerPage: 140,
      kbPerPage: 702,
    },
  ],
} satisfies Figures;

export function runOf(
  figures: Partial<Figures> = {},
  scale: Scale = SCALES['10k'],
): Run {
  return { scale, seconds: 300, figures: { ...good, ...figures } };
}
