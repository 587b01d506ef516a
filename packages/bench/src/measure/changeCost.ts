import { setTimeout as sleep } from 'node:timers/promises';
import { Bench, change, probe } from './Bench';

/** B7: what one changed workload costs the portal while nobody looks. */
export interface ChangeCost {
  changes: number;
  changesPerSecond: number;
  /** CPU of the backend, all of its threads, beyond what it uses when nothing changes. */
  cpuMsPerChange: number;
  /** Entities of the catalog that were written meanwhile. */
  catalogWrites: number;
}

export async function measureChangeCost(bench: Bench): Promise<ChangeCost> {
  const { changesPerSecond, seconds } = bench.scale.b7;
  const before = await entities(bench);
  const quiet = async () => {
    await probe(bench);
    await sleep(seconds * 1_000);
    return (await probe(bench)).cpuSeconds / seconds;
  };
  const idleBefore = await quiet();
  const started = performance.now();
  await change(bench, changesPerSecond * seconds, changesPerSecond);
  // Verdicts and the history follow within a moment.
  await sleep(1_000);
  const busy = await probe(bench);
  const elapsed = (performance.now() - started) / 1_000;
  // What runs anyway, grows or ebbs away meanwhile: before and after, it is half and half.
  const idle = (idleBefore + (await quiet())) / 2;
  const count = changesPerSecond * seconds;
  const extra = busy.cpuSeconds - idle * elapsed;
  const after = await entities(bench);
  return {
    changes: count,
    changesPerSecond,
    cpuMsPerChange: Math.max(0, (extra * 1_000) / count),
    catalogWrites: [...after].filter(([ref, etag]) => before.get(ref) !== etag)
      .length,
  };
}

/** Version of each entity. */
async function entities({
  portal,
  tokens,
}: Bench): Promise<Map<string, string>> {
  const fields = 'kind,metadata.name,metadata.etag';
  const { text } = await portal.get(
    `/api/catalog/entities?fields=${fields}`,
    tokens[0],
  );
  const items: { kind: string; metadata: { name: string; etag: string } }[] =
    JSON.parse(text);
  return new Map(
    items.map(({ kind, metadata }) => [
      `${kind}/${metadata.name}`,
      metadata.etag,
    ]),
  );
}
