import { Attributes } from '../rbac/Attributes';
import { selectedName } from '../selectors/fieldSelector';

/** What a path and a method ask for (k8s.io/apiserver/pkg/endpoints/request). */
export interface ResourceRequest {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
  /** As RBAC names it. */
  verb: string;
  isWatch: boolean;
}

const WRITES: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
};

/** Reads a request for resources from its URL; undefined for other paths (`/version`, discovery). */
export function parseResourceRequest(
  method: string,
  url: URL,
): ResourceRequest | undefined {
  const parts = url.pathname.split('/').filter(part => part !== '');
  let group = '';
  if (parts.at(0) === 'apis') group = safeDecode(parts.splice(0, 2)[1] ?? '');
  else if (parts.at(0) === 'api') parts.shift();
  else return undefined;
  const version = parts.shift();
  if (!version || parts.length === 0) return undefined;
  let isWatch = isTrue(url.searchParams.get('watch'));
  if (parts.at(0) === 'watch' && parts.length > 1) {
    // The form of before Kubernetes 1.0, which servers still know.
    parts.shift();
    isWatch = true;
  }
  let namespace: string | undefined;
  if (parts.at(0) === 'namespaces' && group === '') {
    if (parts.length > 2 && !['status', 'finalize'].includes(parts[2])) {
      namespace = safeDecode(parts[1]);
      parts.splice(0, 2);
    } else if (parts.length >= 2) namespace = safeDecode(parts[1]);
  } else if (parts.at(0) === 'namespaces' && parts.length > 2) {
    namespace = safeDecode(parts[1]);
    parts.splice(0, 2);
  }
  const [plural, name, subresource] = parts.map(safeDecode);
  isWatch &&= method === 'GET';
  return {
    group,
    version,
    plural,
    namespace,
    name,
    subresource,
    verb: verbOf(method, name, isWatch),
    isWatch,
  };
}

function verbOf(
  method: string,
  name: string | undefined,
  isWatch: boolean,
): string {
  if (method === 'GET' || method === 'HEAD') {
    if (isWatch) return 'watch';
    return name ? 'get' : 'list';
  }
  if (method === 'DELETE') return name ? 'delete' : 'deletecollection';
  return WRITES[method] ?? method.toLowerCase();
}

/** What RBAC is asked for a request. A list pinned to one name by a field selector is asked for that name. */
export function attributesOf(
  method: string,
  url: URL,
  resource: ResourceRequest | undefined,
): Attributes {
  if (!resource) {
    return {
      verb: method.toLowerCase(),
      path: url.pathname,
    };
  }
  const { group, version, plural, namespace, subresource, verb } = resource;
  const fields = url.searchParams.get('fieldSelector');
  let { name } = resource;
  if (!name && fields && ['list', 'watch', 'deletecollection'].includes(verb)) {
    try {
      name = selectedName(fields);
    } catch {
      // A selector that cannot be read is answered with 400 once the caller is known to have the right.
    }
  }
  return {
    verb,
    group,
    version,
    resource: plural,
    subresource,
    name,
    namespace,
  };
}

export function isTrue(value: string | null): boolean {
  return (
    value !== null && ['1', 'true', 't', 'T', 'TRUE', 'True'].includes(value)
  );
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
