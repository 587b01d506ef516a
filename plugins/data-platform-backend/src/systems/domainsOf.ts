import { SourceScope } from '@millrace/backstage-plugin-data-platform-node';

/** Domain by place, of the places that belong to one. */
export function domainsOf(
  scopes: readonly SourceScope[],
): ReadonlyMap<string, string> {
  return new Map(
    scopes.flatMap(({ name, domainRef }) =>
      domainRef ? [[name, domainRef] as const] : [],
    ),
  );
}
