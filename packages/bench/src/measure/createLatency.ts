import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import { Bench, requests } from './Bench';
import { Latencies, LatencySummary } from './Latencies';

/** B11: from the press of a button to the objects on the cluster. */
export interface CreateLatency {
  /** As the table shows it. */
  what: string;
  /** From the request to the end of the operation. */
  total: LatencySummary;
  /** The same without the time that the API server took to answer. */
  overhead: LatencySummary;
}

/** Of the first person. */
const FIRST_TEAM = 'team-amber';

/** Runs domains and jobs of people of the first team. */
export async function measureCreation(bench: Bench): Promise<CreateLatency[]> {
  const [place] = bench.places.filter(({ owner }) => owner === FIRST_TEAM);
  return [
    await measure(bench, 'domain with quota, limits and roles', n => ({
      operation: 'domain:create',
      input: {
        name: `made-${n}`,
        title: `Made ${n}`,
        owner: `group:default/${FIRST_TEAM}`,
        cluster: place.cluster,
        quotaPreset: 'large',
      },
    })),
    await measure(bench, 'one run of a job', n => ({
      operation: 'spark-job:run',
      entityRef: `component:default/${place.jobs[n % place.jobs.length].name}`,
      input: {},
    })),
  ];
}

async function measure(
  bench: Bench,
  what: string,
  requestOf: (n: number) => object,
): Promise<CreateLatency> {
  const total = new Latencies();
  const overhead = new Latencies();
  for (let n = 0; n < bench.scale.b11.times; n += 1) {
    const before = await requests(bench);
    const started = performance.now();
    await run(bench, requestOf(n));
    const elapsed = performance.now() - started;
    const { servedMs } = await requests(bench);
    total.add(elapsed);
    overhead.add(Math.max(0, elapsed - (servedMs - before.servedMs)));
  }
  return { what, total: total.summary(), overhead: overhead.summary() };
}

/** @throws Error when the operation does not end well */
async function run({ portal, tokens }: Bench, body: object): Promise<void> {
  const api = '/api/data-platform/v1/operations';
  const accepted = await portal.post(api, tokens[0], body);
  const { id }: Operation = JSON.parse(accepted.text);
  const { text } = await portal.get(`${api}/${id}?wait=20`, tokens[0]);
  const { state, error }: Operation = JSON.parse(text);
  if (state !== 'done') throw new Error(`${text} ${error ?? ''}`);
}
