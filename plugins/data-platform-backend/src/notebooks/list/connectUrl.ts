/** Segments of a path that names live objects; nothing that a browser would read as another place. */
const PATH = /^(\/[A-Za-z0-9][A-Za-z0-9._~-]*)+\/?$/;

/**
 * The address of a server's page. Undefined where it cannot be made safely: the path comes from names of live objects, and
 * a link must never lead away from the address that the administrator configured.
 *
 * @param base - http or https
 * @param path - for example `/notebook/lab/mine/`
 */
export function connectUrl(base: string, path: string): string | undefined {
  if (!PATH.test(path) || path.includes('..')) return undefined;
  const root = URL.parse(base);
  const url = root && URL.parse(`${base.replace(/\/+$/, '')}${path}`);
  const safe =
    url && /^https?:$/.test(url.protocol) && url.origin === root.origin;
  return safe ? url.href : undefined;
}
