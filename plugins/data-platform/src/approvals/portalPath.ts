/** A path within the portal, else undefined: what leads elsewhere is no link here. */
export function portalPath(path: string | undefined): string | undefined {
  // Browsers read `//host` and `/\host` as another host.
  return path && /^\/(?![/\\])/.test(path) ? path : undefined;
}
