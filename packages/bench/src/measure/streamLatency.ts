import { setTimeout as sleep } from 'node:timers/promises';
import { FrameBook } from '../load/FrameBook';
import { inParallel } from '../load/inParallel';
import { Stream } from '../load/Stream';
import { LoopLag } from '../process/LoopLag';
import { Change } from '../servers/main';
import { Bench, change, probe } from './Bench';
import { Latencies, LatencySummary } from './Latencies';

/** B1: from a status write in an API server to the event at each client. */
export interface StreamLatency {
  streams: number;
  changes: number;
  changesPerSecond: number;
  /** Over every change at every stream. */
  latency: LatencySummary;
  /** Changes that did not reach a stream, over all streams. */
  lost: number;
  /** Streams that the backend closed. */
  cut: number;
  kbPerSecondAndStream: number;
  /** Of the backend while it streams. */
  loopLagP99Ms: number;
  /** Of the clients, which are one process: part of the latency, and none of the portal's doing. */
  clientLagP99Ms: number;
  cpuPercent: number;
}

const OPEN_AT_ONCE = 20;
/** What is under way at the end arrives in that time, or is lost. */
const SETTLE_MS = 3_000;

export async function measureStreams(bench: Bench): Promise<StreamLatency> {
  const { scale, portal, tokens } = bench;
  const { streams: wanted, changesPerSecond, seconds } = scale.b1;
  const book = new FrameBook();
  const streams: Stream[] = [];
  try {
    await inParallel(wanted, OPEN_AT_ONCE, async index => {
      const token = tokens[index % tokens.length];
      streams.push(await Stream.open({ portalUrl: portal.url, token, book }));
    });
    // What an outage before it has left behind comes first.
    await sleep(SETTLE_MS);
    const bytesBefore = sum(streams, stream => stream.bytes);
    await probe(bench);
    const lag = new LoopLag();
    const started = performance.now();
    const changes = await change(
      bench,
      changesPerSecond * seconds,
      changesPerSecond,
    );
    const { loopLagP99Ms, cpuSeconds } = await probe(bench);
    const elapsed = (performance.now() - started) / 1000;
    const clientLagP99Ms = lag.p99Ms;
    lag.stop();
    await sleep(SETTLE_MS);
    const bytes = sum(streams, stream => stream.bytes) - bytesBefore;
    return {
      streams: wanted,
      changes: changes.length,
      changesPerSecond,
      ...latencies(changes, streams),
      cut: streams.filter(stream => stream.cut).length,
      kbPerSecondAndStream: bytes / 1000 / elapsed / wanted,
      loopLagP99Ms,
      clientLagP99Ms,
      cpuPercent: (cpuSeconds / elapsed) * 100,
    };
  } finally {
    for (const stream of streams) stream.close();
  }
}

/**
 * Pairs each change with its first arrival at each stream.
 *
 * @param latency - what is added to and summed up
 */
export function latencies(
  changes: readonly Change[],
  streams: readonly Pick<Stream, 'arrivals'>[],
  latency = new Latencies(),
): { latency: LatencySummary; lost: number } {
  let lost = 0;
  for (const { arrivals } of streams) {
    const first = new Map<string, number>();
    for (const { frame, at } of arrivals) {
      for (const uid of frame.completed) {
        if (!first.has(uid)) first.set(uid, at);
      }
    }
    for (const { uid, at } of changes) {
      const arrived = first.get(uid);
      if (arrived === undefined) lost += 1;
      else latency.add(arrived - at);
    }
  }
  return { latency: latency.summary(), lost };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
