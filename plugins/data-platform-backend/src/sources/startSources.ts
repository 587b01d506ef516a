import { LoggerService } from '@backstage/backend-plugin-api';
import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { Clock, systemClock } from '../clusters/Clock';
import { ClusterConnection, UnsupportedCluster } from '../clusters/types';
import { ClusterSource } from './ClusterSource';
import { Turnstile } from './Turnstile';
import { ObjectSink, Sources } from './types';

export interface SourcesOptions {
  connections: readonly ClusterConnection[];
  unsupported: readonly UnsupportedCluster[];
  integrations: readonly DataPlatformIntegration[];
  sink: ObjectSink;
  logger: LoggerService;
  /** Ends everything, as {@link RunningSources.stop} does. */
  signal: AbortSignal;
  clock?: Clock;
  /** From 0 to below 1; spreads retries. */
  random?: () => number;
  /** How often kinds that are absent or forbidden are tried again. Default 5 min. */
  recheckMs?: number;
  /** Silence after which a cluster is asked whether it is there. Default 15 s. */
  probeMs?: number;
  /** Deadline of that question. Default 5 s, and it is asked twice. */
  probeDeadlineMs?: number;
}

/** The read side of all clusters, and how to end it. */
export interface RunningSources extends Sources {
  /** Resolves when no request is left. */
  stop(): Promise<void>;
}

/** Lists of the whole process at a time: more stall the event loop until servers close idle connections. */
const LISTS_AT_A_TIME = 4;
const RECHECK_MS = 5 * 60_000;
const PROBE_MS = 15_000;
const PROBE_DEADLINE_MS = 5_000;

/** Starts to list and watch all clusters. Returns at once; nothing here waits for a cluster. */
export function startSources(options: SourcesOptions): RunningSources {
  const { connections, unsupported, integrations, sink, logger } = options;
  const clock = options.clock ?? systemClock;
  const allTurns = new Turnstile(LISTS_AT_A_TIME);
  const abort = new AbortController();
  options.signal.addEventListener('abort', () => abort.abort());
  if (options.signal.aborted) {
    abort.abort();
  }
  const clusters = connections.map(
    (connection, rank) =>
      new ClusterSource({
        ...{ connection, rank },
        integrations,
        sink,
        clock,
        random: options.random ?? Math.random,
        logger,
        allTurns,
        recheckMs: options.recheckMs ?? RECHECK_MS,
        probeMs: options.probeMs ?? PROBE_MS,
        probeDeadlineMs: options.probeDeadlineMs ?? PROBE_DEADLINE_MS,
      }),
  );
  const since = new Date(clock.now()).toISOString();
  const dead = unsupported.map(
    (cluster): Source => ({
      ...cluster,
      type: 'kubernetes',
      since,
      kinds: [],
    }),
  );
  for (const source of dead) {
    sink.source(source, false);
  }
  const running = clusters.map(cluster =>
    cluster.run(abort.signal).catch(error => {
      logger.error(`Reading cluster ${cluster.name} ended`, error);
    }),
  );
  return {
    list: () => [...clusters.map(cluster => cluster.source()), ...dead],
    find: name =>
      clusters.find(cluster => cluster.name === name)?.source() ??
      dead.find(source => source.name === name),
    warming: () => clusters.some(cluster => cluster.warming()),
    clockSkewMs: source =>
      clusters.find(({ name }) => name === source)?.clockSkewMs ?? 0,
    async stop() {
      abort.abort();
      await Promise.all(running);
    },
  };
}
