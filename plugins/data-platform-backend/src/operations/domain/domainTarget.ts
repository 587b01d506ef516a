import { TYPE_DOMAIN } from '@millrace/backstage-plugin-data-platform-common';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { Belonging, findBelonging } from '../belonging';
import { PlanContext } from '../definition';
import { requireRef } from '../requestRef';
import { domainHomes, homeless } from './domainHome';

/** One namespace of a domain. */
export interface DomainPlace {
  source: string;
  namespace: string;
}

/** The domain that an operation acts on, and where it lives; or why that is not possible. */
export async function domainTarget(
  context: PlanContext,
): Promise<
  | { domain: Belonging; places: readonly DomainPlace[] }
  | { findings: Finding[] }
> {
  const found = await findBelonging(
    requireRef(context.request),
    {
      kind: 'domain',
      type: TYPE_DOMAIN,
      field: 'entityRef',
      noun: 'data domain',
    },
    context,
  );
  if (!found.found) return { findings: found.findings };
  const { entityRef } = found.found;
  const homes = await domainHomes(entityRef, context.services);
  const places = homes.flatMap(({ source, namespaces }) =>
    namespaces.map(namespace => ({ source, namespace })),
  );
  if (places.length === 0) {
    return {
      findings: [
        homeless(
          'entityRef',
          entityRef,
          context.services,
          'Ask a cluster admin to label its namespace with millrace.dev/domain.',
        ),
      ],
    };
  }
  return { domain: found.found, places };
}
