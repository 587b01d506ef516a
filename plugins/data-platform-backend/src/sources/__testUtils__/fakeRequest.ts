import { IncomingMessage } from 'node:http';
import { FakeObject } from './FakeStore';

/** A request as the fake server understands it. */
export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** `sparkoperator.k8s.io/sparkapplications`; `/pods` for core. */
  resource: string;
  /** The same with its version, as in the list of what is served. */
  served: string;
  plural: string;
  namespace?: string;
  name?: string;
  isList: boolean;
  isWatch: boolean;
}

export function fakeRequest(req: IncomingMessage): FakeRequest {
  const url = new URL(req.url ?? '/', 'http://localhost');
  const [root, ...rest] = url.pathname.split('/').filter(Boolean);
  const group = root === 'apis' ? rest.shift() ?? '' : '';
  const version = rest.shift() ?? '';
  let namespace: string | undefined;
  if (rest[0] === 'namespaces' && rest.length > 2) {
    rest.shift();
    namespace = decodeURIComponent(rest.shift() ?? '');
  }
  const [plural = '', name] = rest;
  const isWatch = url.searchParams.get('watch') === 'true';
  return {
    method: req.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: req.headers,
    resource: `${group}/${plural}`,
    served: `${group}/${version}/${plural}`,
    plural,
    namespace,
    name,
    isList:
      req.method === 'GET' && plural !== '' && name === undefined && !isWatch,
    isWatch,
  };
}

/** Label selectors by presence or equality; field selectors by equality of a path. */
export function matchesSelectors(
  object: FakeObject,
  query: URLSearchParams,
): boolean {
  const labels = object.metadata.labels ?? {};
  const byLabel = (query.get('labelSelector') ?? '')
    .split(',')
    .filter(Boolean)
    .every(part => {
      const [key, value] = part.split('=');
      return value === undefined ? key in labels : labels[key] === value;
    });
  return (
    byLabel &&
    (query.get('fieldSelector') ?? '')
      .split(',')
      .filter(Boolean)
      .every(part => {
        const [path, value] = part.split('=');
        const found = path
          .split('.')
          .reduce<any>((each, key) => each?.[key], object);
        return found === value;
      })
  );
}
