import { setTimeout as sleep } from 'node:timers/promises';
import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { FrameBook } from '../load/FrameBook';
import { Stream } from '../load/Stream';
import { GateState } from '../servers/Gate';
import { Bench, change } from './Bench';
import { Latencies, LatencySummary } from './Latencies';
import { latencies } from './streamLatency';

/** How the other clusters fare. */
export interface Others {
  /** From a status write on one of them to the event at a client. */
  push: LatencySummary;
  /** Reads of their rows, one at a time. */
  read: LatencySummary;
}

/** B12: one cluster is away. */
export interface Outage {
  /** `hung`: it takes connections and says nothing. `shut`: it refuses them. */
  kind: Exclude<GateState, 'open'>;
  /** Until its rows said that they are stale, ms. */
  staleAfterMs: number;
  others: Others;
}

export interface OutageCost {
  /** With all clusters there. */
  before: Others;
  outages: Outage[];
}

const STREAMS = 20;
const LOOK_MS = 200;

export async function measureOutage(bench: Bench): Promise<OutageCost> {
  const before = await others(bench);
  const outages: Outage[] = [];
  for (const kind of ['hung', 'shut'] as const) {
    await bench.servers.ask('gate', bench.signal, kind);
    try {
      const staleAfterMs = await until(bench, state => state === 'stale');
      outages.push({ kind, staleAfterMs, others: await others(bench) });
    } finally {
      await bench.servers.ask('gate', bench.signal, 'open');
    }
    await until(bench, state => state === 'connected');
  }
  return { before, outages };
}

/** @returns how long it took until the first cluster was in the state, ms */
async function until(
  { portal, places, tokens, signal }: Bench,
  reached: (state: Source['state']) => boolean,
): Promise<number> {
  const started = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const { text } = await portal.get(
      '/api/data-platform/v1/sources',
      tokens[0],
    );
    const { items }: { items: Source[] } = JSON.parse(text);
    const first = items.find(({ name }) => name === places[0].cluster);
    if (first && reached(first.state)) return performance.now() - started;
    await sleep(LOOK_MS);
  }
}

async function others(bench: Bench): Promise<Others> {
  const { portal, places, scale, tokens } = bench;
  const { changes, changesPerSecond, reads } = scale.b12;
  const book = new FrameBook();
  const streams: Stream[] = [];
  try {
    for (let n = 0; n < STREAMS; n += 1) {
      const token = tokens[n % tokens.length];
      streams.push(await Stream.open({ portalUrl: portal.url, token, book }));
    }
    const made = await change(bench, changes, changesPerSecond, true);
    await sleep(1_000);
    const { latency: push } = latencies(made, streams);
    const read = new Latencies();
    const { cluster } = places[places.length - 1];
    for (let n = 0; n < reads; n += 1) {
      const started = performance.now();
      await portal.get(
        `/api/data-platform/v1/resources?source=${cluster}&offset=${n}`,
        tokens[n % tokens.length],
      );
      read.add(performance.now() - started);
    }
    return { push, read: read.summary() };
  } finally {
    for (const stream of streams) stream.close();
  }
}
