import { checkVersionGiven, Operations } from '../../api/Operations';
import { cannotBeHandled, decode } from '../../api/decode';
import { notSupported } from '../../errors/FieldError';
import {
  badRequest,
  invalid,
  refusal,
  unsupportedMediaType,
} from '../../errors/status';
import { isObject } from '../../json/isObject';
import { jsonPatch, PatchFault, PatchOperation } from '../../patch/jsonPatch';
import { mergePatch } from '../../patch/mergePatch';
import { strategicMerge } from '../../patch/strategicMerge';
import { ResourceType } from '../../resources/ResourceType';
import { KubeObject } from '../../types';
import { Exchange } from '../Exchange';
import {
  mediaType,
  parseAnyBody,
  parseObjectBody,
  readBody,
} from '../requestBody';
import { inVersion } from '../serialize';

type Validation = 'Strict' | 'Warn' | 'Ignore';

const KINDS: Record<string, string> = {
  POST: 'CreateOptions',
  PUT: 'UpdateOptions',
  PATCH: 'PatchOptions',
};

interface WriteQuery {
  dryRun: boolean;
  validation: Validation;
}

/** Reads `dryRun` and `fieldValidation`. @throws 422 */
function readQuery(exchange: Exchange): WriteQuery {
  const kind = KINDS[exchange.request.method ?? ''] ?? 'CreateOptions';
  const dryRun = exchange.url.searchParams.getAll('dryRun');
  const validation = exchange.query('fieldValidation') ?? '';
  const options = { group: 'meta.k8s.io', kind };
  if (dryRun.length > 0 && !dryRun.every(value => value === 'All')) {
    throw invalid(options, [
      {
        field: 'dryRun',
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${JSON.stringify(
          dryRun,
        )}: supported values: "All"`,
      },
    ]);
  }
  if (!['', 'Strict', 'Warn', 'Ignore'].includes(validation)) {
    throw invalid(options, [
      notSupported('fieldValidation', validation, [
        '',
        'Ignore',
        'Strict',
        'Warn',
      ]),
    ]);
  }
  return {
    dryRun: dryRun.length > 0,
    validation: (validation || 'Warn') as Validation,
  };
}

/** Decodes the body of a create or a replace, strictly or with warnings. */
async function readObject(
  exchange: Exchange,
  type: ResourceType,
  { validation }: WriteQuery,
): Promise<KubeObject> {
  const { request } = exchange;
  const body = await readBody(request);
  const { value, duplicates } = parseObjectBody(request, body, type);
  const { object, unknown } = decode(type, value);
  const faults = [
    ...duplicates.map(path => `duplicate field "${path}"`),
    ...unknown.map(path => `unknown field "${path}"`),
  ];
  report(exchange, type, faults, validation);
  return object;
}

function report(
  exchange: Exchange,
  type: ResourceType,
  faults: readonly string[],
  validation: Validation,
): void {
  if (faults.length === 0 || validation === 'Ignore') return;
  if (validation === 'Strict') {
    throw cannotBeHandled(type, `strict decoding error: ${faults.join(', ')}`);
  }
  for (const fault of faults) exchange.warn(fault);
}

export async function handleCreate(
  exchange: Exchange,
  type: ResourceType,
  operations: Operations,
): Promise<void> {
  const query = readQuery(exchange);
  const object = await readObject(exchange, type, query);
  const created = operations.create(
    type,
    exchange.resource!.namespace,
    object,
    {
      as: exchange.principal,
      dryRun: query.dryRun,
      warn: text => exchange.warn(text),
    },
  );
  exchange.json(201, inVersion(type, created));
}

export async function handleReplace(
  exchange: Exchange,
  type: ResourceType,
  operations: Operations,
): Promise<void> {
  const query = readQuery(exchange);
  const { name, namespace, subresource } = exchange.resource!;
  const object = await readObject(exchange, type, query);
  const { metadata } = object;
  if (metadata.name && metadata.name !== name) {
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  if (
    metadata.namespace &&
    metadata.namespace !== namespace &&
    type.namespaced
  ) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  metadata.name = name!;
  if (type.namespaced) metadata.namespace = namespace;
  operations.mustFind(type, type.namespaced ? namespace : undefined, name!);
  checkVersionGiven(type, object);
  const updated = operations.update(type, object, {
    as: exchange.principal,
    dryRun: query.dryRun,
    subresource: subresource as 'status' | undefined,
    warn: text => exchange.warn(text),
  });
  exchange.json(200, inVersion(type, updated));
}

export async function handlePatch(
  exchange: Exchange,
  type: ResourceType,
  operations: Operations,
): Promise<void> {
  const query = readQuery(exchange);
  const { name, subresource } = exchange.resource!;
  const namespace = type.namespaced ? exchange.resource!.namespace : undefined;
  const media = mediaType(exchange.request);
  checkPatchType(type, media);
  const body = await readBody(exchange.request);
  const patch = parseAnyBody(exchange.request, body);
  const stored = operations.mustFind(type, namespace, name!).object;
  const current = inVersion(type, stored);
  const patched = applyPatch(current, patch, media);
  if (!isObject(patched) || !isObject(patched.metadata)) {
    throw badRequest('the patch must leave an object with metadata');
  }
  const { object, unknown } = decodePatched(type, patched);
  const faults = unknown.map(path => `unknown field "${path}"`);
  if (query.validation === 'Strict' && faults.length > 0) {
    throw unfit(patched, `strict decoding error: ${faults.join(', ')}`);
  }
  report(exchange, type, faults, query.validation);
  if (object.metadata.name !== name) {
    throw badRequest(
      `the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  const updated = operations.update(type, object, {
    as: exchange.principal,
    dryRun: query.dryRun,
    subresource: subresource as 'status' | undefined,
    warn: text => exchange.warn(text),
  });
  exchange.json(200, inVersion(type, updated));
}

/** What a patch makes cannot be decoded: not the client's bad request, but an invalid patch. */
function decodePatched(type: ResourceType, patched: object) {
  try {
    return decode(type, patched);
  } catch (error) {
    const [, why] =
      /cannot be handled as a \w+: (json: .*)$/.exec(
        (error as Error).message,
      ) ?? [];
    throw why ? unfit(patched, why) : error;
  }
}

/** Quotes the whole object that the patch would make. */
function unfit(patched: object, why: string) {
  const quoted = JSON.stringify(JSON.stringify(patched));
  return invalid({ group: '', kind: '' }, [
    {
      field: 'patch',
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${quoted}: ${why}`,
    },
  ]);
}

function checkPatchType(type: ResourceType, media: string): void {
  const json = ['application/json-patch+json', 'application/merge-patch+json'];
  if (json.includes(media)) return;
  if (media === 'application/strategic-merge-patch+json') {
    if (!type.custom) return;
    throw unsupportedMediaType(
      'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
    );
  }
  throw refusal({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: '415: Unsupported Media Type',
    details: {},
  });
}

function applyPatch(
  current: KubeObject,
  patch: unknown,
  media: string,
): unknown {
  if (media === 'application/merge-patch+json')
    return mergePatch(current, patch);
  if (media === 'application/strategic-merge-patch+json') {
    return strategicMerge(current, patch);
  }
  if (!Array.isArray(patch)) {
    const found = isObject(patch) ? 'object' : typeof patch;
    throw badRequest(
      `error decoding patch: json: cannot unmarshal ${found} into Go value of type []handlers.jsonPatchOp`,
    );
  }
  try {
    return jsonPatch(current, patch as PatchOperation[]);
  } catch (error) {
    if (!(error instanceof PatchFault)) throw error;
    throw refusal({
      code: 422,
      reason: 'Invalid',
      message: 'the server rejected our request due to an error in our request',
      details: {},
    });
  }
}
