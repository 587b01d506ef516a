import { DeleteOptions, Propagation } from '../../api/Deletion';
import { Operations } from '../../api/Operations';
import { notSupported } from '../../errors/FieldError';
import { invalid } from '../../errors/status';
import { isObject } from '../../json/isObject';
import { apiVersionOf, ResourceType } from '../../resources/ResourceType';
import { Exchange } from '../Exchange';
import { readInteger, readListOptions } from '../ListOptions';
import { parseAnyBody, readBody } from '../requestBody';
import { inVersion, itemJson } from '../serialize';
import { listPage } from './list';

const POLICIES = ['Foreground', 'Background', 'Orphan'];

/** DELETE of one object: answers with a Status, or with the object while something holds it. */
export async function handleDelete(
  exchange: Exchange,
  type: ResourceType,
  operations: Operations,
): Promise<void> {
  const options = await readDeleteOptions(exchange);
  const { name } = exchange.resource!;
  const namespace = type.namespaced ? exchange.resource!.namespace : undefined;
  const { uid } = operations.mustFind(type, namespace, name!).object.metadata;
  const dying = operations.remove(type, namespace, name!, {
    ...options,
    as: exchange.principal,
    warn: text => exchange.warn(text),
  });
  if (dying) {
    exchange.json(200, inVersion(type, dying));
    return;
  }
  exchange.json(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(type.group ? { group: type.group } : {}),
      kind: type.plural,
      uid,
    },
  });
}

/** DELETE of a collection: answers with what was there. */
export async function handleDeleteCollection(
  exchange: Exchange,
  type: ResourceType,
  operations: Operations,
): Promise<void> {
  const options = await readDeleteOptions(exchange);
  const { namespace } = exchange.resource!;
  const listOptions = readListOptions(exchange.url.searchParams, type);
  const { page, version } = listPage(
    type,
    namespace,
    listOptions,
    operations.database,
  );
  for (const { object } of page.entries) {
    const { metadata } = object;
    operations.remove(type, metadata.namespace, metadata.name, {
      ...options,
      as: exchange.principal,
    });
  }
  const items = page.entries.map(entry => itemJson(type, entry)).join(',');
  exchange.send(
    200,
    'application/json',
    `{"kind":"${type.listKind}","apiVersion":"${apiVersionOf(
      type,
    )}","metadata":{"resourceVersion":"${version}"},"items":[${items}]}\n`,
  );
}

async function readDeleteOptions(exchange: Exchange): Promise<DeleteOptions> {
  const { request } = exchange;
  const parsed = parseAnyBody(request, await readBody(request));
  const body: Record<string, any> = isObject(parsed) ? parsed : {};
  const policy = body.propagationPolicy ?? exchange.query('propagationPolicy');
  if (policy !== undefined && policy !== null && !POLICIES.includes(policy)) {
    throw invalid({ group: 'meta.k8s.io', kind: 'DeleteOptions' }, [
      notSupported('propagationPolicy', policy, [...POLICIES, 'nil']),
    ]);
  }
  const orphan = body.orphanDependents === true ? 'Orphan' : undefined;
  return {
    uid: body.preconditions?.uid,
    resourceVersion: body.preconditions?.resourceVersion,
    gracePeriodSeconds:
      body.gracePeriodSeconds ??
      readInteger(exchange.query('gracePeriodSeconds') ?? null),
    propagation: (policy ?? orphan) as Propagation | undefined,
    dryRun:
      exchange.query('dryRun') === 'All' || body.dryRun?.includes?.('All'),
  };
}
