import { forbidden } from '../errors/status';
import {
  Container,
  containersOf,
  defaultRequests,
  qosClass,
} from '../kinds/pod';
import {
  addQuantities,
  formatQuantity,
  parseQuantity,
  Quantity,
  ZERO,
} from '../quantity/Quantity';
import { KubeObject } from '../types';

type Quantities = Record<string, string>;

/** Fills in what the namespace's LimitRanges set by default, and notes it in the annotation that the real server writes. */
export function applyLimitRanges(pod: KubeObject, ranges: KubeObject[]): void {
  const notes: string[] = [];
  for (const container of containersOf(pod)) {
    const requests: string[] = [];
    const limits: string[] = [];
    for (const limit of containerLimits(ranges)) {
      fill(container, 'limits', limit.default, limits);
      fill(container, 'requests', limit.defaultRequest, requests);
    }
    defaultRequests(container);
    if (requests.length > 0) {
      notes.push(
        `${requests.sort().join(', ')} request for container ${container.name}`,
      );
    }
    if (limits.length > 0) {
      notes.push(
        `${limits.sort().join(', ')} limit for container ${container.name}`,
      );
    }
  }
  if (notes.length === 0) return;
  pod.metadata.annotations = {
    ...pod.metadata.annotations,
    'kubernetes.io/limit-ranger': `LimitRanger plugin set: ${notes.join('; ')}`,
  };
  pod.status.qosClass = qosClass(pod);
}

function containerLimits(ranges: KubeObject[]) {
  return ranges
    .flatMap(range => range.spec.limits ?? [])
    .filter(limit => limit.type === 'Container');
}

function fill(
  container: Container,
  kind: 'limits' | 'requests',
  defaults: Quantities | undefined,
  set: string[],
): void {
  for (const [name, value] of Object.entries(defaults ?? {})) {
    const resources = container.resources;
    if (resources[kind]?.[name] !== undefined) continue;
    resources[kind] = { ...resources[kind], [name]: value };
    set.push(name);
  }
}

/** Refuses a pod that is outside of the namespace's LimitRanges, with all reasons in one sentence. */
export function checkLimitRanges(pod: KubeObject, ranges: KubeObject[]): void {
  const faults: string[] = [];
  for (const range of ranges) {
    for (const limit of range.spec.limits ?? []) {
      if (limit.type === 'Container') {
        for (const container of containersOf(pod)) {
          checkLimit(limit, container.resources, faults);
        }
      } else if (limit.type === 'Pod') {
        checkLimit(limit, podResources(pod), faults);
      }
    }
  }
  if (faults.length === 0) return;
  throw forbidden(
    { group: '', kind: 'pods', name: pod.metadata.name },
    faults.length === 1 ? faults[0] : `[${faults.join(', ')}]`,
  );
}

function checkLimit(
  limit: Record<string, any>,
  resources: { requests?: Quantities; limits?: Quantities },
  faults: string[],
): void {
  const { type } = limit;
  for (const [name, min] of Object.entries<string>(limit.min ?? {})) {
    const request = parseQuantity(resources.requests?.[name]);
    const text = `minimum ${name} usage per ${type} is ${min}`;
    if (!request) faults.push(`${text}.  No request is specified`);
    else if (request.milli < parseQuantity(min)!.milli) {
      faults.push(`${text}, but request is ${formatQuantity(request)}`);
    }
  }
  for (const [name, max] of Object.entries<string>(limit.max ?? {})) {
    const used = parseQuantity(resources.limits?.[name]);
    const text = `maximum ${name} usage per ${type} is ${max}`;
    if (!used) faults.push(`${text}.  No limit is specified`);
    else if (used.milli > parseQuantity(max)!.milli) {
      faults.push(`${text}, but limit is ${formatQuantity(used)}`);
    }
  }
  for (const [name, ratio] of Object.entries<string>(
    limit.maxLimitRequestRatio ?? {},
  )) {
    const used = parseQuantity(resources.limits?.[name]);
    const request = parseQuantity(resources.requests?.[name]);
    if (!used || !request || request.milli === 0n) continue;
    const actual = Number(used.milli) / Number(request.milli);
    if (actual > Number(parseQuantity(ratio)!.milli) / 1000) {
      faults.push(
        `${name} max limit to request ratio per ${type} is ${ratio}, but provided ratio is ${actual.toFixed(
          6,
        )}`,
      );
    }
  }
}

/** What a pod asks for as a whole: the sum of its containers. */
export function podResources(pod: KubeObject): {
  requests: Quantities;
  limits: Quantities;
} {
  const sum = (kind: 'requests' | 'limits') => {
    const totals: Record<string, Quantity> = {};
    for (const container of pod.spec.containers ?? []) {
      const stated: Quantities = container.resources?.[kind] ?? {};
      for (const [name, value] of Object.entries(stated)) {
        totals[name] = addQuantities(
          totals[name] ?? ZERO,
          parseQuantity(value) ?? ZERO,
        );
      }
    }
    return Object.fromEntries(
      Object.entries(totals).map(([name, total]) => [
        name,
        formatQuantity(total),
      ]),
    );
  };
  return { requests: sum('requests'), limits: sum('limits') };
}
