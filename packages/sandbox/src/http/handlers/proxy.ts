import { Sandbox } from '../../api/Sandbox';
import { badRequest, refusal } from '../../errors/status';
import { ResourceType, storeOf } from '../../resources/ResourceType';
import { KubeObject, StatusError } from '../../types';
import { Exchange } from '../Exchange';

/** `name`, `name:port` and `scheme:name:port`, as pods and services are proxied to. */
function target(name: string): { name: string; port: string } {
  const parts = name.split(':');
  if (parts.length === 3) return { name: parts[1], port: parts[2] };
  return { name: parts[0], port: parts[1] ?? '' };
}

function unavailable(message: string): StatusError {
  return refusal({ code: 503, reason: 'ServiceUnavailable', message });
}

function isReady(pod: KubeObject): boolean {
  return (pod.status?.conditions ?? []).some(
    (one: { type: string; status: string }) =>
      one.type === 'Ready' && one.status === 'True',
  );
}

/** The pod and the port behind a port of a service. @throws 503 */
function behindService(
  service: KubeObject,
  port: string,
  pods: readonly KubeObject[],
): { pod: KubeObject; port: number } {
  const { name } = service.metadata;
  const ports: { name?: string; port: number; targetPort?: unknown }[] =
    service.spec?.ports ?? [];
  const found = port
    ? ports.find(one => one.name === port || String(one.port) === port)
    : ports[0];
  if (!found) {
    throw unavailable(`no service port "${port}" found for service "${name}"`);
  }
  const selector = Object.entries(service.spec?.selector ?? {});
  const pod = pods.find(
    one =>
      selector.length > 0 &&
      !one.metadata.deletionTimestamp &&
      isReady(one) &&
      selector.every(([key, value]) => one.metadata.labels?.[key] === value),
  );
  if (!pod) throw unavailable(`no endpoints available for service "${name}"`);
  const { targetPort = found.port } = found;
  return { pod, port: Number(targetPort) || found.port };
}

function firstPort(pod: KubeObject): number {
  return pod.spec?.containers?.[0]?.ports?.[0]?.containerPort ?? 80;
}

/**
 * GET of pods/proxy and services/proxy: passes the request on to what listens in the pod, and answers as the API server does
 * where nothing can be reached.
 *
 * @throws 400 without an address, 404 without the object, 503 when nobody answers
 */
export function handleProxy(
  exchange: Exchange,
  type: ResourceType,
  { operations, database, ports }: Sandbox,
): void {
  const { namespace, name = '' } = exchange.resource!;
  const wanted = target(name);
  const { object } = operations.mustFind(type, namespace, wanted.name);
  const { pod, port } =
    type.plural === 'pods'
      ? { pod: object, port: Number(wanted.port) || firstPort(object) }
      : behindService(
          object,
          wanted.port,
          database
            .store(storeOf({ group: '', plural: 'pods' }))
            .list(namespace)
            .map(entry => entry.object),
        );
  const address = pod.status?.podIP;
  if (!address) throw badRequest('address not allowed');
  const handler = ports.find(pod.metadata.uid, port);
  if (!handler) {
    throw unavailable(
      `error trying to reach service: dial tcp ${address}:${port}: connect: connection refused`,
    );
  }
  const [, path = '/'] =
    /\/(?:pods|services)\/[^/]+\/proxy(\/.*)$/.exec(exchange.url.pathname) ??
    [];
  const answer = handler({ path, query: exchange.url.searchParams });
  exchange.send(answer.status, answer.contentType, answer.body);
}
