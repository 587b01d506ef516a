import {
  NotebookOptions,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { list, record, text, texts } from '../../sources/fields';
import { gpuVendor } from './gpuVendors';

export type GpuOffer = NotebookOptions['gpus'][number];

/** Room of one node by resource key. */
interface NodeRoom {
  name: string;
  /** New pods may come: it is ready and not cordoned. */
  open: boolean;
  room: Map<string, number>;
}

/** Names of the nodes that have accelerators at all. */
export function gpuNodes(nodes: readonly unknown[]): string[] {
  return nodes
    .map(nodeRoom)
    .flatMap(({ name, room }) => (room.size > 0 ? [name] : []));
}

/**
 * What the nodes offer, and what of it no pod holds.
 * @param pods - all of the nodes that have accelerators; undefined where they cannot be read
 */
export function gpuOffers(
  nodes: readonly unknown[],
  pods: readonly unknown[] | undefined,
): GpuOffer[] {
  const held = pods && heldByNode(pods);
  const offers = new Map<string, Required<Omit<GpuOffer, 'vendor'>>>();
  for (const { name, open, room } of nodes.map(nodeRoom)) {
    for (const [key, count] of room) {
      const offer = offers.get(key) ?? {
        key,
        offered: 0,
        free: 0,
        largestFree: 0,
      };
      const taken = held?.get(name)?.get(key) ?? 0;
      const free = open ? Math.max(0, count - taken) : 0;
      offers.set(key, {
        key,
        offered: offer.offered + count,
        free: offer.free + free,
        largestFree: Math.max(offer.largestFree, free),
      });
    }
  }
  return [...offers.values()]
    .map(({ key, offered, free, largestFree }) => ({
      key,
      vendor: gpuVendor(key) ?? key,
      offered,
      ...(held && { free, largestFree }),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function nodeRoom(raw: unknown): NodeRoom {
  const node = record(raw);
  const status = record(node.status);
  const ready = list(status.conditions)
    .map(record)
    .find(({ type }) => type === 'Ready');
  return {
    name: text(record(node.metadata).name) ?? '',
    open:
      record(node.spec).unschedulable !== true &&
      (ready === undefined || ready.status === 'True'),
    room: countsOf(status.allocatable),
  };
}

function heldByNode(
  pods: readonly unknown[],
): Map<string, Map<string, number>> {
  const held = new Map<string, Map<string, number>>();
  for (const raw of pods) {
    const pod = record(raw);
    const spec = record(pod.spec);
    const node = text(spec.nodeName);
    const phase = record(pod.status).phase;
    if (!node || phase === 'Succeeded' || phase === 'Failed') continue;
    const onNode = held.get(node) ?? new Map<string, number>();
    for (const [key, count] of podDemand(spec)) {
      onNode.set(key, (onNode.get(key) ?? 0) + count);
    }
    held.set(node, onNode);
  }
  return held;
}

/** Containers run together, init containers one after the other before them; sidecars (restartable) with both. */
function podDemand(spec: Record<string, unknown>): Map<string, number> {
  const demand = new Map<string, number>();
  const containers = list(spec.containers).map(record);
  const init = list(spec.initContainers).map(record);
  const sidecars = init.filter(
    ({ restartPolicy }) => restartPolicy === 'Always',
  );
  for (const each of [...containers, ...sidecars]) {
    for (const [key, count] of containerDemand(each)) {
      demand.set(key, (demand.get(key) ?? 0) + count);
    }
  }
  for (const each of init) {
    for (const [key, count] of containerDemand(each)) {
      demand.set(key, Math.max(demand.get(key) ?? 0, count));
    }
  }
  return demand;
}

/** An accelerator is asked for as a limit; a request, where there is one, is as high. */
function containerDemand(
  container: Record<string, unknown>,
): Map<string, number> {
  const { limits, requests } = record(container.resources);
  return new Map([...countsOf(requests), ...countsOf(limits)]);
}

function countsOf(quantities: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [key, quantity] of Object.entries(texts(quantities))) {
    const count = parseQuantity(quantity);
    if (count !== undefined && count > 0 && gpuVendor(key)) {
      counts.set(key, Math.floor(count));
    }
  }
  return counts;
}
