import type { KubeObject } from '../../types';
import { parseQuantity, quantityToNumber, ZERO } from '../../quantity/Quantity';
import { podResources } from '../../admission/limitRanger';
import type { ClaimNeeds } from '../volumes/claimBinding';
import { isFinished, podRequest } from '../quotaUsage';

/** Where a pod goes, or why it goes nowhere, in the scheduler's words. */
export type Placement =
  | { node: string }
  | { node?: undefined; message: string };

const SELECTOR = "node(s) didn't match Pod's node affinity/selector";
const OTHER_NODE = "node(s) didn't match PersistentVolume's node affinity";
const HOPELESS = 'Preemption is not helpful for scheduling';
const NO_VICTIMS = 'No preemption victims found for incoming pod';

interface Refusal {
  reasons: string[];
  preemption: string;
}

function allocatableOf(node: KubeObject, resource: string): number {
  return quantityToNumber(
    parseQuantity(node.status?.allocatable?.[resource]) ?? ZERO,
  );
}

/** What a pod asks for beyond CPU and memory: devices, by their names with a slash. */
function extendedResources(pod: KubeObject): string[] {
  const { requests } = podResources(pod);
  return Object.keys(requests)
    .filter(name => name.includes('/'))
    .sort();
}

function refusal(
  pod: KubeObject,
  node: KubeObject,
  neighbours: readonly KubeObject[],
  volumeNode: string | undefined,
): Refusal | undefined {
  const selector: Record<string, string> = pod.spec?.nodeSelector ?? {};
  const labels = node.metadata.labels ?? {};
  if (Object.entries(selector).some(([key, value]) => labels[key] !== value)) {
    return { reasons: [SELECTOR], preemption: HOPELESS };
  }
  if (volumeNode !== undefined && node.metadata.name !== volumeNode) {
    return { reasons: [OTHER_NODE], preemption: HOPELESS };
  }
  const reasons: string[] = [];
  let hopeless = false;
  for (const resource of ['cpu', 'memory', ...extendedResources(pod)]) {
    const allocatable = allocatableOf(node, resource);
    const wanted = podRequest(pod, resource);
    const taken = neighbours.reduce(
      (sum, neighbour) => sum + podRequest(neighbour, resource),
      0,
    );
    if (taken + wanted > allocatable) reasons.push(`Insufficient ${resource}`);
    if (wanted > allocatable) hopeless = true;
  }
  if (reasons.length === 0) return undefined;
  return { reasons, preemption: hopeless ? HOPELESS : NO_VICTIMS };
}

function tally(lines: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([line, count]) => `${count} ${line}`)
    .join(', ');
}

/**
 * Chooses the node with the largest share of its CPU free among those that fit.
 *
 * @param needs - what its volumes ask of the node; a fault of theirs keeps it from every node
 */
export function placePod(
  pod: KubeObject,
  nodes: readonly KubeObject[],
  pods: readonly KubeObject[],
  needs: Pick<ClaimNeeds, 'fault' | 'node'> = {},
): Placement {
  const none = `0/${nodes.length} nodes are available`;
  // `not found` is what preemption says where no node was looked at.
  if (needs.fault) return { message: `${none}: ${needs.fault}. not found` };
  const refusals: Refusal[] = [];
  let best: { node: string; free: number } | undefined;
  for (const node of nodes) {
    const { name } = node.metadata;
    const neighbours = pods.filter(
      other => other.spec?.nodeName === name && !isFinished(other),
    );
    const refused = refusal(pod, node, neighbours, needs.node);
    if (refused) {
      refusals.push(refused);
      continue;
    }
    const taken = neighbours.reduce(
      (sum, other) => sum + podRequest(other, 'cpu'),
      0,
    );
    const free = 1 - taken / allocatableOf(node, 'cpu');
    if (!best || free > best.free) best = { node: name, free };
  }
  if (best) return { node: best.node };
  return {
    message: `${none}: ${tally(
      refusals.flatMap(({ reasons }) => reasons),
    )}. no new claims to deallocate, preemption: ${none}: ${tally(
      refusals.map(({ preemption }) => preemption),
    )}.`,
  };
}
