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
  /** Until its rows said that they are stale, ms: the longest of all rounds. */
  staleAfterMs: number;
  others: Others;
}

export interface OutageCost {
  /** With all clusters there. */
  open: Others;
  outages: Outage[];
}

const STREAMS = 20;
const LOOK_MS = 200;

/** What all rounds with the gate in one state have told. */
class Taken {
  readonly push = new Latencies();
  readonly read = new Latencies();
  staleAfterMs = 0;

  summary(): Others {
    return { push: this.push.summary(), read: this.read.summary() };
  }
}

/**
 * In rounds with the cluster there, silent and refusing by turns: what slows a machine down for a while, garbage collection
 * say, is in all three then.
 */
export async function measureOutage(bench: Bench): Promise<OutageCost> {
  const open = new Taken();
  const away = { hung: new Taken(), shut: new Taken() };
  for (let round = 0; round < bench.scale.b12.rounds; round += 1) {
    await takeOthers(bench, open);
    await takeOutage(bench, 'hung', away.hung);
    await takeOutage(bench, 'shut', away.shut);
  }
  const outage = (kind: Outage['kind']) => ({
    kind,
    staleAfterMs: away[kind].staleAfterMs,
    others: away[kind].summary(),
  });
  return { open: open.summary(), outages: [outage('hung'), outage('shut')] };
}

async function takeOutage(
  bench: Bench,
  kind: Outage['kind'],
  taken: Taken,
): Promise<void> {
  await bench.servers.ask('gate', bench.signal, kind);
  try {
    const staleAfterMs = await until(bench, state => state === 'stale');
    taken.staleAfterMs = Math.max(taken.staleAfterMs, staleAfterMs);
    await takeOthers(bench, taken);
  } finally {
    await bench.servers.ask('gate', bench.signal, 'open');
  }
  await until(bench, state => state === 'connected');
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

async function takeOthers(bench: Bench, taken: Taken): Promise<void> {
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
    latencies(made, streams, taken.push);
    const { cluster } = places[places.length - 1];
    for (let n = 0; n < reads; n += 1) {
      const started = performance.now();
      await portal.get(
        `/api/data-platform/v1/resources?source=${cluster}&offset=${n}`,
        tokens[n % tokens.length],
      );
      taken.read.add(performance.now() - started);
    }
  } finally {
    for (const stream of streams) stream.close();
  }
}
