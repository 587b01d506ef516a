import {
  ResourcePage,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { monotonic } from '../process/monotonic';
import { workloads } from '../Scale';
import { Bench, probe, requests } from './Bench';

/** From the start of the backend's process to answers that are complete. */
export interface ColdStart {
  /** Until somebody can sign in, ms. */
  signInMs: number;
  /** Until every workload is in the index with a verdict, ms. */
  indexMs: number;
  /** Of that, from the first request to an API server on, ms. */
  readingMs: number;
  /** Requests to API servers until then. */
  apiRequests: number;
  /** Until every run has found its job in the catalog, ms. */
  joinedMs: number;
  /** Of the backend then, with all plugins of the demo portal. */
  rssMb: number;
  heapMb: number;
}

/** @param startedAt - {@link monotonic} time at which the process was started */
export async function awaitColdStart(
  bench: Omit<Bench, 'tokens'>,
  person: string,
  startedAt: number,
): Promise<ColdStart> {
  const { portal, scale, places, signal } = bench;
  const api = '/api/data-platform/v1';
  const token = await portal.until('Signing in', signal, () =>
    portal.signIn(person),
  );
  const signInMs = monotonic() - startedAt;
  const wanted = workloads(scale);
  await portal.until(`An index of ${wanted} workloads`, signal, async () => {
    const { text } = await portal.get(`${api}/resources?limit=1`, token);
    const { total, warming }: ResourcePage = JSON.parse(text);
    return (total === wanted && !warming) || undefined;
  });
  const indexMs = monotonic() - startedAt;
  const { total: apiRequests, firstAt = startedAt } = await requests(
    bench as Bench,
  );
  for (const { name } of places.flatMap(place => place.jobs)) {
    const scope = `entityRef=component:default/${name}&limit=1`;
    await portal.until(`The runs of job ${name}`, signal, async () => {
      const { text } = await portal.get(`${api}/resources?${scope}`, token);
      const { total }: ResourcePage = JSON.parse(text);
      return total === scale.runsPerJob || undefined;
    });
  }
  const joinedMs = monotonic() - startedAt;
  await assertConnected(bench, token);
  const { rssMb, heapMb } = await probe(bench as Bench);
  return {
    signInMs,
    indexMs,
    readingMs: startedAt + indexMs - firstAt,
    apiRequests,
    joinedMs,
    rssMb,
    heapMb,
  };
}

async function assertConnected(
  { portal }: Pick<Bench, 'portal'>,
  token: string,
): Promise<void> {
  const { text } = await portal.get('/api/data-platform/v1/sources', token);
  const { items }: { items: Source[] } = JSON.parse(text);
  const wrong = items.find(({ state }) => state !== 'connected');
  if (wrong) throw new Error(`${wrong.name}: ${wrong.message}`);
}
