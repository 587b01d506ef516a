import { inParallel } from '../load/inParallel';
import { Bench, probe } from './Bench';
import { Latencies, LatencySummary } from './Latencies';

/** B2 for one route: reads with authentication and permission check. */
export interface RouteLatency {
  /** As the table shows it. */
  route: string;
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
}

/** Reads that are not measured: connections and caches fill. */
const WARM_UP = 100;

export async function measureReads(bench: Bench): Promise<ReadLatency> {
  const { concurrency, readsPerRoute } = bench.scale.b2;
  const routes: RouteLatency[] = [];
  for (const [route, pathOf] of Object.entries(routesOf(bench))) {
    await readAll(bench, pathOf, WARM_UP, concurrency);
    await probe(bench);
    const { latency, bytes, seconds } = await readAll(
      bench,
      pathOf,
      readsPerRoute,
      concurrency,
    );
    const { cpuSeconds } = await probe(bench);
    routes.push({
      route,
      latency: latency.summary(),
      readsPerSecond: readsPerRoute / seconds,
      cpuMs: (cpuSeconds * 1000) / readsPerRoute,
      bytes: bytes / readsPerRoute,
    });
  }
  return { concurrency, routes };
}

type PathOf = (index: number) => string;

/** What the pages of a job, a product, a domain and of the whole platform read; another entity with every read. */
function routesOf({ places }: Bench): Record<string, PathOf> {
  const api = '/api/data-platform/v1';
  const jobs = places.flatMap(place => place.jobs.map(job => job.name));
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
