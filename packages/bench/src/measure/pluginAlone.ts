import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ResourcePage } from '@millrace/backstage-plugin-data-platform-common';
import { request } from 'undici';
import { Memory } from '../backend/HeapWatch';
import { Probe } from '../backend/probe';
import { ServerAddress } from '../content/backendConfig';
import { ALONE } from '../paths';
import { monotonic } from '../process/monotonic';
import { Program } from '../process/Program';
import { measuresHeap, Scale, workloads } from '../Scale';
import { RequestCounts } from '../servers/RequestLog';

/** B3 and B5: the plugin alone in a process, from its first request to a complete index, and what it holds then. */
export interface PluginAlone {
  /** Until rows of the first cluster are shown, ms. */
  firstClusterMs: number;
  /** Until every workload has its verdict, ms. */
  completeMs: number;
  /** Of the plugin's event loop meanwhile. */
  loopLagP99Ms: number;
  apiRequests: number;
  /** Absent where there are too few workloads to tell. */
  heap?: HeapCost;
}

/** B3 */
export interface HeapCost {
  /** Live heap of the same process without clusters. */
  emptyMb: number;
  /** Live heap with all of them. */
  steadyMb: number;
  /** (steady - empty) / workloads, bytes. */
  bytesPerWorkload: number;
  /** Most heap while it listed, garbage and all, beyond the steady state. */
  peakOverSteadyMb: number;
}

export interface AloneOptions {
  scale: Scale;
  servers: Program;
  addresses: readonly ServerAddress[];
  logFile: string;
  /** Folder for a CPU profile from the process' start on, and for a snapshot of its heap at the end. */
  profile?: string;
  signal: AbortSignal;
}

const LOOK_MS = 20;
/** Once there are rows, a look sorts in all that came since the last: seldom enough to be no load. */
const LOOK_ON_MS = 250;

export async function measurePluginAlone(
  options: AloneOptions,
): Promise<PluginAlone> {
  const empty = measuresHeap(options.scale)
    ? await withPlugin(options, [], async program => {
        await sleep(1_000);
        return program.ask<Memory>('memory', options.signal);
      })
    : undefined;
  return withPlugin(options, options.addresses, async (program, read) => {
    const { profile, signal, servers, scale } = options;
    if (profile) await program.ask('startProfile', signal);
    const wanted = workloads(scale);
    let firstAt = 0;
    for (;;) {
      signal.throwIfAborted();
      const { total, warming } = await read();
      if (total > 0 && firstAt === 0) firstAt = monotonic();
      if (total === wanted && !warming) break;
      await sleep(firstAt === 0 ? LOOK_MS : LOOK_ON_MS);
    }
    const completeAt = monotonic();
    if (profile) {
      const file = join(profile, `${scale.name}-alone`);
      await program.ask('writeProfile', signal, `${file}.cpuprofile`);
      await program.ask('writeHeap', signal, `${file}.heapsnapshot`);
    }
    const asked = await servers.ask<RequestCounts>('requests', signal);
    const { loopLagP99Ms } = await program.ask<Probe>('probe', signal);
    const startedAt = asked.firstAt ?? completeAt;
    return {
      firstClusterMs: firstAt - startedAt,
      completeMs: completeAt - startedAt,
      loopLagP99Ms,
      apiRequests: asked.total,
      heap: empty && (await heapCost(program, empty, options)),
    };
  });
}

async function heapCost(
  program: Program,
  empty: Memory,
  { scale, signal }: AloneOptions,
): Promise<HeapCost> {
  const { peakMb } = await program.ask<Memory>('memory', signal);
  // What was queued for the history has been written when it is looked at.
  await sleep(3_000);
  const { liveMb } = await program.ask<Memory>('memory', signal);
  return {
    emptyMb: empty.liveMb,
    steadyMb: liveMb,
    bytesPerWorkload: ((liveMb - empty.liveMb) * 2 ** 20) / workloads(scale),
    peakOverSteadyMb: Math.max(0, peakMb - liveMb),
  };
}

type Read = () => Promise<Pick<ResourcePage, 'total' | 'warming'>>;

async function withPlugin<T>(
  { servers, logFile, signal }: AloneOptions,
  addresses: readonly ServerAddress[],
  act: (program: Program, read: Read) => Promise<T>,
): Promise<T> {
  await servers.ask('resetRequests', signal);
  const program = new Program({
    name: 'plugin',
    main: ALONE,
    args: [JSON.stringify(addresses)],
    env: { NODE_ENV: 'test', LOG_LEVEL: 'error' },
    logFile,
  });
  try {
    const { url, authorization } = await program.ask<{
      url: string;
      authorization: string;
    }>('address', signal);
    return await act(program, async () => {
      const answer = await request(
        `${url}/api/data-platform/v1/resources?limit=1`,
        { headers: { authorization }, signal },
      );
      return (await answer.body.json()) as ResourcePage;
    });
  } finally {
    await program.stop();
  }
}
