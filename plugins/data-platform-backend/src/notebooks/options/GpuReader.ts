import { Clock } from '../../clusters/Clock';
import { ClusterConnection } from '../../clusters/types';
import { GpuOffer, gpuNodes, gpuOffers } from './gpuOffers';
import { listAll, ListRefused } from './listAll';
import { SharedReads } from './SharedReads';

const KEEP_MS = 60_000;
const DEADLINE_MS = 15_000;
/** With more nodes that have accelerators, one list of all pods is cheaper. */
const MAX_NODE_LISTS = 20;

/** Accelerators of one cluster. */
export interface ClusterGpus {
  offers: readonly GpuOffer[];
  /** Why it is not known what is free. */
  problem?: string;
}

/** What the nodes of clusters offer, read as the portal when somebody asks, once a minute at most. */
export class GpuReader {
  readonly #reads: SharedReads<ClusterGpus>;

  /** @param shutdown - ends what is under way */
  constructor(
    connection: (source: string) => ClusterConnection | undefined,
    clock: Clock,
    shutdown: AbortSignal,
  ) {
    this.#reads = new SharedReads(clock, KEEP_MS, async source => {
      const cluster = connection(source);
      if (!cluster) throw new Error(`There is no cluster "${source}".`);
      const late = AbortSignal.timeout(DEADLINE_MS);
      return readGpus(cluster, AbortSignal.any([late, shutdown]));
    });
  }

  /** @throws ListRefused, ClusterError - the nodes cannot be read */
  of(source: string): Promise<ClusterGpus> {
    return this.#reads.of(source);
  }
}

async function readGpus(
  cluster: ClusterConnection,
  signal: AbortSignal,
): Promise<ClusterGpus> {
  const nodes = await listAll(cluster, {
    path: '/api/v1/nodes',
    noun: 'nodes',
    signal,
  });
  const names = gpuNodes(nodes);
  if (names.length === 0) return { offers: [] };
  try {
    return { offers: gpuOffers(nodes, await podsOn(cluster, names, signal)) };
  } catch (error) {
    if (!(error instanceof ListRefused)) throw error;
    return {
      offers: gpuOffers(nodes, undefined),
      problem: `It is not known how many are free. ${error.message}`,
    };
  }
}

async function podsOn(
  cluster: ClusterConnection,
  nodes: readonly string[],
  signal: AbortSignal,
): Promise<unknown[]> {
  const pods = (fieldSelector: string) =>
    listAll(cluster, {
      path: '/api/v1/pods',
      noun: 'pods of all namespaces',
      query: { fieldSelector },
      signal,
    });
  const alive = 'status.phase!=Succeeded,status.phase!=Failed';
  if (nodes.length > MAX_NODE_LISTS) return pods(alive);
  const found: unknown[] = [];
  for (const node of nodes) {
    found.push(...(await pods(`spec.nodeName=${node},${alive}`)));
  }
  return found;
}
