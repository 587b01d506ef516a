import { stringifyEntityRef } from '@backstage/catalog-model';

// A catalog namespace has no dot, a name may: the first dot parts them.
const LABEL =
  /^([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)\.([A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)$/;

/** The Domain that a namespace's label `millrace.dev/domain` names; undefined for what names none. */
export function domainOfLabel(value: string | undefined): string | undefined {
  const match = value === undefined ? null : LABEL.exec(value);
  return match
    ? stringifyEntityRef({
        kind: 'domain',
        namespace: match[1],
        name: match[2],
      })
    : undefined;
}
