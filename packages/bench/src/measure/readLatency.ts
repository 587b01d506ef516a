import { inParallel } from '../load/inParallel';
import { jobNames } from '../content/Layout';
import { Bench, probe } from './Bench';
import { Latencies, LatencySummary } from './Latencies';

/** B2 for one route: reads with authentication and permission check. */
export interface RouteLatency {
  /** As the table shows it. */
  route: string;
  /** Nobody else reads. */
  alone: LatencySummary;
  /** As many read as {@link ReadLatency.concurrency} says, each the next as soon as the last is answered. */
  latency: LatencySummary;
  readsPerSecond: number;
  /** CPU time of the backend, all of its threads; steadier than latency where others use the machine. */
  cpuMs: number;
  /** Of a body, on average; uncompressed. */
  bytes: number;
}

export interface ReadLatency {
  concurrency: number;
  routes: RouteLatency[];
  /** The least that any answer of this backend costs: its own health check, without plugin, sign-in and permissions. */
  floor: RouteLatency;
}

const HEALTH = '/.backstage/health/v1/readiness';

export async function measureReads(bench: Bench): Promise<ReadLatency> {
  const routes: RouteLatency[] = [];
  for (const [route, pathOf] of Object.entries(routesOf(bench))) {
    routes.push(await measureRoute(bench, route, pathOf));
  }
  return {
    concurrency: bench.scale.b2.concurrency,
    routes,
    floor: await measureRoute(bench, 'health check (floor)', () => HEALTH),
  };
}

async function measureRoute(
  bench: Bench,
  route: string,
  pathOf: PathOf,
): Promise<RouteLatency> {
  const { concurrency, oneByOne, reads } = bench.scale.b2;
  // Not measured: connections and caches fill, and every job has been looked at once.
  const warmUp = Math.max(100, jobNames(bench.places).length);
  await readAll(bench, pathOf, warmUp, concurrency);
  const alone = await readAll(bench, pathOf, oneByOne, 1);
  await probe(bench);
  const all = await readAll(bench, pathOf, reads, concurrency);
  const { cpuSeconds } = await probe(bench);
  return {
    route,
    alone: alone.latency.summary(),
    latency: all.latency.summary(),
    readsPerSecond: reads / all.seconds,
    cpuMs: (cpuSeconds * 1000) / reads,
    bytes: all.bytes / reads,
  };
}

type PathOf = (index: number) => string;

/** What the pages of a job, a product, a domain and of the whole platform read; another entity with every read. */
function routesOf({ places }: Bench): Record<string, PathOf> {
  const api = '/api/data-platform/v1';
  const jobs = jobNames(places);
  const products = places.flatMap(place => place.products);
  const pick = (names: readonly string[], index: number) =>
    names[(index * 7) % names.length];
  return {
    'GET /v1/resources?entityRef': index =>
      `${api}/resources?entityRef=component:default/${pick(jobs, index)}`,
    'GET /v1/resources (page of 50)': () => `${api}/resources`,
    'GET /v1/jobs/{job}': index => `${api}/jobs/default/${pick(jobs, index)}`,
    'GET /v1/summary?productRef': index =>
      `${api}/summary?productRef=system:default/${pick(products, index)}`,
    'GET /v1/summary (everything)': () => `${api}/summary`,
  };
}

async function readAll(
  { portal, tokens, signal }: Bench,
  pathOf: PathOf,
  count: number,
  concurrency: number,
) {
  const latency = new Latencies();
  let bytes = 0;
  const started = performance.now();
  await inParallel(count, concurrency, async index => {
    signal.throwIfAborted();
    const before = performance.now();
    const answer = await portal.get(
      pathOf(index),
      tokens[index % tokens.length],
    );
    latency.add(performance.now() - before);
    bytes += answer.bytes;
  });
  return { latency, bytes, seconds: (performance.now() - started) / 1000 };
}
