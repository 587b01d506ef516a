import { Operations } from '../../api/Operations';
import { badRequest, methodNotAllowed } from '../../errors/status';
import { isObject } from '../../json/isObject';
import { jsonPatch, PatchOperation } from '../../patch/jsonPatch';
import { mergePatch } from '../../patch/mergePatch';
import { ResourceType } from '../../resources/ResourceType';
import { KubeObject } from '../../types';
import { Exchange } from '../Exchange';
import { mediaType, parseAnyBody, readBody } from '../requestBody';

/** An object as autoscaling/v1 sees it: how many replicas are wanted, and how many there are. */
function scaleOf(object: KubeObject) {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const labels: Record<string, string> =
    object.spec?.selector?.matchLabels ?? {};
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: object.spec?.replicas ?? 0 },
    status: {
      replicas: object.status?.replicas ?? 0,
      selector: Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    },
  };
}

/** GET, PUT and PATCH of the subresource `scale`: what `kubectl scale` does. */
export async function handleScale(
  exchange: Exchange,
  type: ResourceType,
  operations: Operations,
): Promise<void> {
  const { name, namespace } = exchange.resource!;
  const { object } = operations.mustFind(type, namespace, name!);
  const { method } = exchange.request;
  const current = scaleOf(object);
  if (method === 'GET') {
    exchange.json(200, current);
    return;
  }
  if (method !== 'PUT' && method !== 'PATCH') throw methodNotAllowed();
  const body = await readBody(exchange.request);
  const given = parseAnyBody(exchange.request, body);
  const wanted = method === 'PUT' ? given : patched(exchange, current, given);
  const replicas = isObject(wanted) && (wanted.spec as any)?.replicas;
  if (!Number.isInteger(replicas)) {
    throw badRequest('a Scale must state spec.replicas as a whole number');
  }
  const updated = operations.update(
    type,
    { ...object, spec: { ...object.spec, replicas } },
    {
      as: exchange.principal,
      dryRun: exchange.query('dryRun') === 'All',
      warn: text => exchange.warn(text),
    },
  );
  exchange.json(200, scaleOf(updated));
}

function patched(exchange: Exchange, current: object, patch: unknown): unknown {
  return mediaType(exchange.request) === 'application/json-patch+json'
    ? jsonPatch(current as KubeObject, patch as PatchOperation[])
    : mergePatch(current, patch);
}
