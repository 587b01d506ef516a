/** What a request to an API server is for. */
export type RequestClass =
  | 'list or get'
  | 'watch'
  | 'write'
  | 'log'
  | 'discovery'
  | "Spark's figures"
  | 'access review';

/**
 * What a portal does on its own, by timers, whoever looks at it: renewed watches, a look at what the server serves, and
 * reads of the REST API of drivers that run.
 */
export const BACKGROUND: ReadonlySet<RequestClass> = new Set([
  'watch',
  'discovery',
  "Spark's figures",
]);

const GROUP_VERSION = /^\/(api\/[^/]+|apis(\/[^/]+(\/[^/]+)?)?|api)\/?$/;
const DRIVERS = /\/(pods|services)\/[^/]+\/proxy(\/|$)/;
const PROBES = /^\/(version|openapi|healthz|livez|readyz)(\/|$)/;

export function requestClass(method: string, url: string): RequestClass {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname.startsWith('/apis/authorization.k8s.io/')) {
    return GROUP_VERSION.test(pathname) ? 'discovery' : 'access review';
  }
  if (method !== 'GET' && method !== 'HEAD') return 'write';
  if (GROUP_VERSION.test(pathname) || PROBES.test(pathname)) return 'discovery';
  if (DRIVERS.test(pathname)) return "Spark's figures";
  if (/^(true|1)$/.test(searchParams.get('watch') ?? '')) return 'watch';
  return pathname.endsWith('/log') ? 'log' : 'list or get';
}
