import { inParallel } from '../load/inParallel';
import { jobNames } from '../content/Layout';
import { Bench, requests } from './Bench';
import { Latencies, LatencySummary } from './Latencies';
import { difference, marginal } from './tabRequests';

/** The kubernetes plugin's read of one entity page, from the same clusters through the same backend. */
export interface FanOutPages {
  concurrency: number;
  latency: LatencySummary;
  pagesPerSecond: number;
  apiRequestsPerPage: number;
  kbPerPage: number;
}

export async function measureFanOut(bench: Bench): Promise<FanOutPages[]> {
  const results: FanOutPages[] = [];
  for (const { concurrency, pages } of bench.scale.fanOut) {
    results.push(await measurePages(bench, concurrency, pages));
  }
  return results;
}

async function measurePages(
  bench: Bench,
  concurrency: number,
  pages: number,
): Promise<FanOutPages> {
  const { places, portal, tokens, signal } = bench;
  const jobs = jobNames(places);
  const latency = new Latencies();
  let bytes = 0;
  const asked = await requests(bench);
  const started = performance.now();
  await inParallel(pages, concurrency, async index => {
    signal.throwIfAborted();
    const job = jobs[(index * 7) % jobs.length];
    const before = performance.now();
    const answer = await portal.post(
      `/api/kubernetes/services/${job}`,
      tokens[index % tokens.length],
      { auth: {}, entity: reference(job) },
    );
    latency.add(performance.now() - before);
    bytes += answer.bytes;
  });
  const seconds = (performance.now() - started) / 1000;
  const made = difference(asked, await requests(bench));
  return {
    concurrency,
    latency: latency.summary(),
    pagesPerSecond: pages / seconds,
    apiRequestsPerPage: marginal(made) / pages,
    kbPerPage: bytes / 1000 / pages,
  };
}

/** The backend looks the entity up by what is enough for a ref. */
function reference(name: string): object {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
  };
}
