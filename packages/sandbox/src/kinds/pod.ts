import {
  FieldError,
  invalidValue,
  notSupported,
  required,
} from '../errors/FieldError';
import { formatQuantity, parseQuantity } from '../quantity/Quantity';
import { KindRules } from '../resources/ResourceType';
import { KubeObject } from '../types';
import { canonical } from './quantities';

/** A container as the pod's spec holds it. */
export type Container = Record<string, any>;

export function containersOf(pod: KubeObject): Container[] {
  return [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];
}

export const podRules: KindRules = {
  prepare(pod, old) {
    pod.spec ??= {};
    const { spec } = pod;
    spec.restartPolicy ??= 'Always';
    spec.dnsPolicy ??= 'ClusterFirst';
    spec.terminationGracePeriodSeconds ??= 30;
    spec.schedulerName ??= 'default-scheduler';
    spec.securityContext ??= {};
    spec.enableServiceLinks ??= true;
    for (const container of containersOf(pod)) prepareContainer(container);
    if (!old) pod.status = { phase: 'Pending', qosClass: qosClass(pod) };
  },
  validate(pod) {
    const errors: FieldError[] = [];
    const { spec } = pod;
    if (!spec.containers?.length) errors.push(required('spec.containers'));
    if (!['Always', 'OnFailure', 'Never'].includes(spec.restartPolicy)) {
      errors.push(
        notSupported('spec.restartPolicy', spec.restartPolicy, [
          'Always',
          'OnFailure',
          'Never',
        ]),
      );
    }
    for (const list of ['initContainers', 'containers']) {
      (spec[list] ?? []).forEach((container: Container, index: number) => {
        errors.push(...validateContainer(container, `spec.${list}[${index}]`));
      });
    }
    return errors;
  },
};

function prepareContainer(container: Container): void {
  container.terminationMessagePath ??= '/dev/termination-log';
  container.terminationMessagePolicy ??= 'File';
  container.imagePullPolicy ??= /(^|:)latest$|^[^:]*$/.test(
    String(container.image ?? '').replace(/^.*\//, ''),
  )
    ? 'Always'
    : 'IfNotPresent';
  container.resources ??= {};
  defaultRequests(container);
}

/** A container that states a limit and no request asks for its limit. */
export function defaultRequests(container: Container): void {
  const { resources } = container;
  canonical(resources.limits, 'Pod');
  canonical(resources.requests, 'Pod');
  for (const [name, limit] of Object.entries(resources.limits ?? {})) {
    resources.requests ??= {};
    resources.requests[name] ??= limit;
  }
}

function validateContainer(container: Container, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!container.name) errors.push(required(`${at}.name`));
  if (!container.image) errors.push(required(`${at}.image`));
  const { requests = {}, limits = {} } = container.resources;
  for (const [name, request] of Object.entries<string>(requests)) {
    const wanted = parseQuantity(request)!;
    const limit = parseQuantity(limits[name]);
    if (limit && wanted.milli > limit.milli) {
      errors.push(
        invalidValue(
          `${at}.resources.requests`,
          formatQuantity(wanted),
          `must be less than or equal to ${name} limit of ${formatQuantity(
            limit,
          )}`,
        ),
      );
    }
  }
  return errors;
}

/** The quality of service class, from cpu and memory of all containers. */
export function qosClass(pod: KubeObject): string {
  const all = containersOf(pod).map(container => container.resources ?? {});
  const asks = all.some(
    resources =>
      Object.keys(resources.requests ?? {}).length > 0 ||
      Object.keys(resources.limits ?? {}).length > 0,
  );
  if (!asks) return 'BestEffort';
  const guaranteed = all.every(resources =>
    ['cpu', 'memory'].every(
      name =>
        resources.limits?.[name] !== undefined &&
        resources.limits[name] === resources.requests?.[name],
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}
