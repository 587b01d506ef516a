import { SCALES } from '../Scale';
import { Figures } from './Figures';
import { reportText } from './reportText';
import { table } from './table';
import { targetResults } from './targets';

const latency = (p50: number, p99: number) => ({
  count: 9,
  p50,
  p99,
  max: p99,
});
const route = (name: string, p50: number, p99: number) => ({
  route: name,
  alone: latency(1, 2),
  latency: latency(p50, p99),
  readsPerSecond: 4_000,
  cpuMs: 0.25,
  bytes: 1_500,
});

const good: Figures = {
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
    latency: latency(130, 290),
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
  fanOut: [
    {
      concurrency: 20,
      latency: latency(700, 9_000),
      pagesPerSecond: 21,
      apiRequestsPerPage: 140,
      kbPerPage: 702,
    },
  ],
};

describe('table', () => {
  it('has names to the left and figures to the right', () => {
    expect(
      table(
        ['', 'ms'],
        [
          ['jobs', '7'],
          ['a', '1200.5'],
        ],
      ),
    ).toBe(
      ['          ms', '----  ------', 'jobs       7', 'a     1200.5'].join(
        '\n',
      ),
    );
  });
});

describe('targets', () => {
  const met = (figures: Partial<Figures>) =>
    targetResults({ ...good, ...figures }).map(target => target.met);

  it('are met at their very limit', () => {
    const streams = { ...good.streams, latency: latency(1, 500) };
    expect(met({ streams })).toEqual([true, true, true, true]);
  });

  it('are missed by the slowest route, whatever the others do', () => {
    const routes = [route('GET /a', 5.1, 9), route('GET /b', 1, 25.1)];
    const reads = { ...good.reads, routes };
    expect(met({ reads })).toEqual([true, false, false, true]);
    expect(targetResults({ ...good, reads })[1].measured).toBe(
      '5.1 ms (GET /a)',
    );
  });

  it.each([
    ['slow', { latency: latency(1, 500.1) }],
    ['lost', { lost: 1 }],
    ['cut', { cut: 1 }],
  ])('are missed by events that are %s', (_, change) => {
    expect(met({ streams: { ...good.streams, ...change } })[0]).toBe(false);
  });

  it('are missed by a single request because of tabs', () => {
    expect(met({ tabs: { ...good.tabs, marginal: 1 } })[3]).toBe(false);
  });
});

it('puts all of it into words', () => {
  const text = reportText({
    at: '2026-11-22T12:00:00Z',
    scale: SCALES.full,
    machine: {
      cores: 2,
      memoryGb: 24,
      platform: 'linux x64',
      node: '24.0.0',
      loadBefore: 0.5,
      packages: { 'better-sqlite3': '13.0.3' },
    },
    seconds: 300,
    figures: good,
    targets: targetResults(good),
  });
  for (const words of [
    '10000 workloads on 10 clusters; 2 cores, 24 GB, load 0.5 before, Node 24.0.0, commit unknown',
    'better-sqlite3 13.0.3',
    'sign-in after 5.0 s',
    'GET /b  ',
    'floor',
    'watch 2',
    '140',
    'met',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('NOT MET');
});
