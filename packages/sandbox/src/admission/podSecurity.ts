import { forbidden } from '../errors/status';
import { Container, containersOf } from '../kinds/pod';
import { KubeObject } from '../types';
import { AdmissionRequest } from './AdmissionRequest';

/** One broken rule of a Pod Security Standard: the rule, and where it is broken. */
interface Fault {
  rule: string;
  detail: string;
}

const LABEL = 'pod-security.kubernetes.io/';
const HOST_FIELDS = ['hostNetwork', 'hostPID', 'hostIPC'];

/**
 * Pod Security admission: pods are refused by the namespace's `enforce` level and warned about by `warn`; tightening
 * `enforce` warns about the pods that run. Of the standards (k8s.io/pod-security-admission) the rules that Spark and
 * notebook pods can break are kept.
 */
export function admitPodSecurity(
  request: AdmissionRequest,
  pods: () => KubeObject[],
): void {
  const { operation, resource, object, namespaceObject, name } = request;
  if (resource.group !== '') return;
  if (resource.plural === 'namespaces' && operation === 'UPDATE') {
    warnOfTightening(request, pods);
    return;
  }
  if (resource.plural !== 'pods' || operation !== 'CREATE') return;
  const labels = namespaceObject?.metadata.labels ?? {};
  const enforced = labels[`${LABEL}enforce`];
  const faults = faultsOf(object!, enforced);
  if (faults.length > 0) {
    throw forbidden(
      { group: '', kind: 'pods', name },
      `violates PodSecurity "${enforced}:latest": ${describe(faults)}`,
    );
  }
  const warned = labels[`${LABEL}warn`];
  const warnings = faultsOf(object!, warned);
  if (warnings.length > 0) {
    request.warn(
      `would violate PodSecurity "${warned}:latest": ${describe(warnings)}`,
    );
  }
}

function warnOfTightening(
  request: AdmissionRequest,
  pods: () => KubeObject[],
): void {
  const level = request.object?.metadata.labels?.[`${LABEL}enforce`];
  const before = request.oldObject?.metadata.labels?.[`${LABEL}enforce`];
  if (!level || level === before) return;
  const broken = pods()
    .map(pod => ({ pod, faults: faultsOf(pod, level) }))
    .filter(({ faults }) => faults.length > 0);
  if (broken.length === 0) return;
  request.warn(
    `existing pods in namespace "${request.name}" violate the new PodSecurity enforce level "${level}:latest"`,
  );
  for (const { pod, faults } of broken) {
    const rules = faults.map(fault => fault.rule).join(', ');
    request.warn(`${pod.metadata.name}: ${rules}`);
  }
}

function describe(faults: Fault[]): string {
  return faults.map(({ rule, detail }) => `${rule} (${detail})`).join(', ');
}

function faultsOf(pod: KubeObject, level: string | undefined): Fault[] {
  if (level === 'baseline') return baseline(pod);
  if (level === 'restricted') return [...baseline(pod), ...restricted(pod)];
  return [];
}

function baseline(pod: KubeObject): Fault[] {
  const { spec } = pod;
  const faults: Fault[] = [];
  const host = HOST_FIELDS.filter(field => spec[field] === true);
  if (host.length > 0) {
    faults.push({
      rule: 'host namespaces',
      detail: host.map(field => `${field}=true`).join(', '),
    });
  }
  const volumes = (spec.volumes ?? []).filter(
    (volume: Record<string, unknown>) => volume.hostPath,
  );
  if (volumes.length > 0) {
    faults.push({ rule: 'hostPath volumes', detail: named('volume', volumes) });
  }
  const privileged = containersOf(pod).filter(
    container => container.securityContext?.privileged,
  );
  if (privileged.length > 0) {
    faults.push({
      rule: 'privileged',
      detail: `${named(
        'container',
        privileged,
      )} must not set securityContext.privileged=true`,
    });
  }
  return faults;
}

function restricted(pod: KubeObject): Fault[] {
  const context = pod.spec.securityContext ?? {};
  const faults: Fault[] = [];
  const check = (
    rule: string,
    holds: (container: Container) => boolean,
    detail: (containers: string) => string,
  ) => {
    const broken = containersOf(pod).filter(container => !holds(container));
    if (broken.length > 0) {
      faults.push({ rule, detail: detail(named('container', broken)) });
    }
  };
  const settings = (container: Container) => container.securityContext ?? {};
  check(
    'allowPrivilegeEscalation != false',
    container => settings(container).allowPrivilegeEscalation === false,
    who => `${who} must set securityContext.allowPrivilegeEscalation=false`,
  );
  check(
    'unrestricted capabilities',
    container =>
      settings(container).capabilities?.drop?.includes('ALL') === true,
    who => `${who} must set securityContext.capabilities.drop=["ALL"]`,
  );
  check(
    'runAsNonRoot != true',
    container =>
      (settings(container).runAsNonRoot ?? context.runAsNonRoot) === true,
    who => `pod or ${who} must set securityContext.runAsNonRoot=true`,
  );
  check(
    'seccompProfile',
    container =>
      ['RuntimeDefault', 'Localhost'].includes(
        settings(container).seccompProfile?.type ??
          context.seccompProfile?.type,
      ),
    who =>
      `pod or ${who} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
  );
  return faults;
}

function named(what: string, items: readonly Record<string, any>[]): string {
  const names = items.map(item => JSON.stringify(item.name)).join(', ');
  return `${what}${items.length > 1 ? 's' : ''} ${names}`;
}
