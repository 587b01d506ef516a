import {
  ANNOTATION_NAMESPACES,
  ANNOTATION_SOURCE,
  Finding,
} from '@millrace/backstage-plugin-data-platform-common';
import { PlanContext } from '../definition';
import { errorAt } from '../findings';

/** Where a domain's objects are written. */
export interface DomainHome {
  source: string;
  namespaces: readonly string[];
}

/**
 * Where a domain lives: by the labels of namespaces, which only the bootstrap identity and cluster admins may set.
 * A domain that was made a moment ago, and is not in the index yet, is known by its own registration; annotations of
 * an entity from elsewhere are claims and count for nothing.
 */
export async function domainHomes(
  domainRef: string,
  services: Pick<PlanContext['services'], 'domains' | 'entities'>,
): Promise<readonly DomainHome[]> {
  const placed = services.domains.placements(domainRef);
  if (placed.length > 0) return placed;
  const registered = await services.entities.get(domainRef);
  const annotations = registered?.metadata.annotations ?? {};
  const source = annotations[ANNOTATION_SOURCE];
  const namespaces = (annotations[ANNOTATION_NAMESPACES] ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
  return source && namespaces.length > 0 ? [{ source, namespaces }] : [];
}

/** That a domain has no home, or that it is not known where it has one. */
export function homeless(
  field: string,
  domainRef: string,
  { namespacesUnread }: Pick<PlanContext['services'], 'namespacesUnread'>,
  remedy?: string,
): Finding {
  const unread = namespacesUnread();
  return unread.length === 0
    ? errorAt(field, `${domainRef} has no namespace on any cluster.`, remedy)
    : errorAt(
        field,
        `It is not known in which namespace ${domainRef} lives: the namespaces of ${unread.join(
          ', ',
        )} have not been read.`,
        'Try it again when the cluster can be read; the page of the data platform says what is wrong with it.',
      );
}

/** The one cluster and namespace to write to, or why it is not clear which. */
export async function chooseHome(
  domainRef: string,
  wanted: { cluster?: string; namespace?: string },
  context: PlanContext,
): Promise<{ source: string; namespace: string } | { findings: Finding[] }> {
  const homes = await domainHomes(domainRef, context.services);
  if (homes.length === 0) {
    return {
      findings: [
        homeless(
          'domain',
          domainRef,
          context.services,
          'Create the domain from the template, or ask a cluster admin to label its namespace with millrace.dev/domain.',
        ),
      ],
    };
  }
  const onCluster = wanted.cluster
    ? homes.filter(({ source }) => source === wanted.cluster)
    : homes;
  if (onCluster.length !== 1) {
    const names = homes.map(({ source }) => source).join(', ');
    return {
      findings: [
        errorAt(
          'cluster',
          wanted.cluster
            ? `${domainRef} does not live on cluster "${wanted.cluster}".`
            : `${domainRef} lives on several clusters.`,
          `Choose one of: ${names}.`,
        ),
      ],
    };
  }
  const [{ source, namespaces }] = onCluster;
  const namespace = wanted.namespace ?? namespaces[0];
  if (namespaces.includes(namespace)) return { source, namespace };
  return {
    findings: [
      errorAt(
        'metadata.namespace',
        `Namespace "${namespace}" does not belong to ${domainRef}.`,
        `Use ${namespaces.join(' or ')}, or leave it out.`,
      ),
    ],
  };
}
