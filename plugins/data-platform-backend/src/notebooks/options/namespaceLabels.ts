import { DomainDirectory } from '../../join/types';

/** The labels of a namespace that belongs to a domain; none for another. */
export function namespaceLabels(
  domains: Pick<DomainDirectory, 'labelled'>,
  source: string,
  namespace: string,
): Readonly<Record<string, string>> {
  const found = domains
    .labelled()
    .find(each => each.source === source && each.namespace === namespace);
  return found?.labels ?? {};
}
