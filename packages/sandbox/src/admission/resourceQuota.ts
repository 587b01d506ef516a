import { forbidden } from '../errors/status';
import { containersOf } from '../kinds/pod';
import {
  addQuantities,
  formatQuantity,
  parseQuantity,
  Quantity,
  ZERO,
} from '../quantity/Quantity';
import { KubeObject } from '../types';
import { AdmissionRequest } from './AdmissionRequest';
import { podResources } from './limitRanger';

const ONE: Quantity = { milli: 1000n, format: 'decimal' };

/** What pods must state when a quota limits it. */
const COMPUTE = [
  'cpu',
  'memory',
  'requests.cpu',
  'requests.memory',
  'limits.cpu',
  'limits.memory',
];

/** What a new object of this resource takes from a quota, by the quota's names. */
export function usageOf(
  resource: { group: string; plural: string },
  object: KubeObject,
): Record<string, Quantity> {
  const { group, plural } = resource;
  const usage: Record<string, Quantity> = {
    [`count/${group ? `${plural}.${group}` : plural}`]: ONE,
  };
  if (group !== '') return usage;
  usage[plural] = ONE;
  if (plural === 'persistentvolumeclaims') {
    const size = parseQuantity(object.spec?.resources?.requests?.storage);
    if (size) usage['requests.storage'] = size;
  }
  if (plural === 'pods') {
    const { requests, limits } = podResources(object);
    for (const [name, value] of Object.entries(requests)) {
      usage[`requests.${name}`] = parseQuantity(value)!;
      if (name === 'cpu' || name === 'memory') {
        usage[name] = usage[`requests.${name}`];
      }
    }
    for (const [name, value] of Object.entries(limits)) {
      usage[`limits.${name}`] = parseQuantity(value)!;
    }
  }
  return usage;
}

/**
 * Checks a new object against the quotas of its namespace. Only `status.hard` counts: a quota that its controller has not
 * seen yet limits nothing. Answers with the new `status.used` of each quota that the object is charged to.
 *
 * @throws 403 with what was asked, used and allowed, of the first quota that refuses
 */
export function chargeQuotas(
  request: AdmissionRequest,
  quotas: readonly KubeObject[],
): { quota: KubeObject; used: Record<string, string> }[] {
  const { resource, object, name } = request;
  const subject = { group: resource.group, kind: resource.plural, name };
  const usage = usageOf(resource, object!);
  const charges = [];
  for (const quota of quotas) {
    const hard: Record<string, string> = quota.status?.hard ?? {};
    if (quota.spec?.scopes?.length || quota.spec?.scopeSelector) continue;
    if (resource.plural === 'pods' && !resource.group) {
      const missing = unstated(object!, Object.keys(hard));
      if (missing) {
        throw forbidden(
          subject,
          `failed quota: ${quota.metadata.name}: must specify ${missing}`,
        );
      }
    }
    const charged = Object.keys(hard)
      .filter(key => usage[key])
      .sort();
    if (charged.length === 0) continue;
    const used: Record<string, string> = { ...quota.status.used };
    const exceeded: string[] = [];
    for (const key of charged) {
      const before = parseQuantity(used[key]) ?? ZERO;
      const after = addQuantities(before, usage[key]);
      if (after.milli > parseQuantity(hard[key])!.milli) exceeded.push(key);
      used[key] = formatQuantity(after);
    }
    if (exceeded.length > 0) {
      const show = (value: (key: string) => string) =>
        exceeded.map(key => `${key}=${value(key)}`).join(',');
      throw forbidden(
        subject,
        `exceeded quota: ${quota.metadata.name}, requested: ${show(key =>
          formatQuantity(usage[key]),
        )}, used: ${show(
          key => quota.status.used?.[key] ?? '0',
        )}, limited: ${show(key => hard[key])}`,
      );
    }
    charges.push({ quota, used });
  }
  return charges;
}

/** `limits.cpu for: main; requests.cpu for: main`, or undefined when every container states what is limited. */
function unstated(pod: KubeObject, limited: string[]): string | undefined {
  const faults: string[] = [];
  for (const key of COMPUTE.filter(name => limited.includes(name)).sort()) {
    const [kind, name] = key.includes('.') ? key.split('.') : ['requests', key];
    const without = containersOf(pod)
      .filter(container => container.resources?.[kind]?.[name] === undefined)
      .map(container => container.name);
    if (without.length > 0) faults.push(`${key} for: ${without.join(',')}`);
  }
  return faults.length > 0 ? faults.join('; ') : undefined;
}
