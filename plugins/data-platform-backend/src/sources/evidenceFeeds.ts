import {
  LABEL_DOMAIN,
  LABEL_ROLE,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { claimEvidence } from './evidence/claimEvidence';
import { APP_LABEL, deploymentEvidence } from './evidence/deploymentEvidence';
import { eventEvidence } from './evidence/eventEvidence';
import { limitRangeEvidence } from './evidence/limitRangeEvidence';
import { namespaceEvidence } from './evidence/namespaceEvidence';
import { podEvidence } from './evidence/podEvidence';
import { quotaEvidence } from './evidence/quotaEvidence';
import { roleBindingEvidence } from './evidence/roleBindingEvidence';
import { Feed } from './Feed';
import { EvidenceChange, NamespaceEvidence, ObjectSink } from './types';

type EvidenceType = EvidenceChange['type'];
type Item<K extends EvidenceType> = Extract<
  EvidenceChange,
  { type: K; op: 'upsert' }
>['item'];

interface EvidenceKind<K extends EvidenceType> {
  type: K;
  kind: string;
  title: string;
  plural: string;
  group?: string;
  clusterScoped?: boolean;
  project(raw: unknown): Item<K> | undefined;
}

const POD: EvidenceKind<'pod'> = {
  type: 'pod',
  kind: 'Pod',
  title: 'Pods',
  plural: 'pods',
  project: podEvidence,
};
const EVENT: EvidenceKind<'event'> = {
  type: 'event',
  kind: 'Event',
  title: 'Events',
  plural: 'events',
  project: eventEvidence,
};
const QUOTA: EvidenceKind<'quota'> = {
  type: 'quota',
  kind: 'ResourceQuota',
  title: 'ResourceQuotas',
  plural: 'resourcequotas',
  project: quotaEvidence,
};
const LIMIT_RANGE: EvidenceKind<'limitRange'> = {
  type: 'limitRange',
  kind: 'LimitRange',
  title: 'LimitRanges',
  plural: 'limitranges',
  project: limitRangeEvidence,
};
const CLAIM: EvidenceKind<'claim'> = {
  type: 'claim',
  kind: 'PersistentVolumeClaim',
  title: 'PersistentVolumeClaims',
  plural: 'persistentvolumeclaims',
  project: claimEvidence,
};
const NAMESPACE: EvidenceKind<'namespace'> = {
  type: 'namespace',
  kind: 'Namespace',
  title: 'Namespaces',
  plural: 'namespaces',
  clusterScoped: true,
  project: namespaceEvidence,
};
const ROLE_BINDING: EvidenceKind<'roleBinding'> = {
  type: 'roleBinding',
  kind: 'RoleBinding',
  title: 'RoleBindings',
  plural: 'rolebindings',
  group: 'rbac.authorization.k8s.io',
  project: roleBindingEvidence,
};

const DEPLOYMENT: EvidenceKind<'deployment'> = {
  type: 'deployment',
  kind: 'Deployment',
  title: 'Deployments',
  plural: 'deployments',
  group: 'apps',
  // Operators live outside of the domains: reading namespace by namespace would find none.
  clusterScoped: true,
  project: deploymentEvidence,
};

/** Kinds that evidence is made of, for the check of rights; the optional ones are left out. */
export const EVIDENCE_KINDS: readonly {
  kind: string;
  group?: string;
  plural: string;
  clusterScoped?: boolean;
}[] = [POD, EVENT, QUOTA, LIMIT_RANGE, NAMESPACE, ROLE_BINDING];

/**
 * What verdicts lean on beside the objects, watched by the selectors that the integrations name: never all pods or
 * events of a cluster.
 *
 * @param onNamespaces - told of every change in the set of domain namespaces
 */
export function evidenceFeeds(
  source: string,
  integrations: readonly DataPlatformIntegration[],
  sink: ObjectSink,
  onNamespaces: (names: readonly string[]) => void,
): Feed<unknown>[] {
  const { pods, events, claims } = selectors(integrations);
  const feed = <K extends EvidenceType>(
    kind: EvidenceKind<K>,
    query: Record<string, string> = {},
  ) => evidenceFeed(source, kind, query, sink);
  return [
    namespaceFeed(
      feed(NAMESPACE, { labelSelector: LABEL_DOMAIN }),
      onNamespaces,
    ),
    ...pods.map(labelSelector => feed(POD, { labelSelector })),
    ...events.map(fieldSelector => feed(EVENT, { fieldSelector })),
    feed(QUOTA),
    feed(LIMIT_RANGE),
    // Without them a verdict says less, and nothing wrong.
    ...(claims ? [{ ...feed(CLAIM), optional: true }] : []),
    feed(ROLE_BINDING, { labelSelector: LABEL_ROLE }),
    ...operatorDeployments(integrations).map(labelSelector => ({
      ...feed(DEPLOYMENT, { labelSelector }),
      optional: true,
    })),
  ] as Feed<unknown>[];
}

/** One watch for the Deployments of all operators that are found by a label; none where no integration names one. */
function operatorDeployments(
  integrations: readonly DataPlatformIntegration[],
): string[] {
  const byLabel = new Map<string, Set<string>>();
  for (const { operator } of integrations) {
    if (operator?.deployment) {
      const { name, label = APP_LABEL } = operator.deployment;
      byLabel.set(label, (byLabel.get(label) ?? new Set()).add(name));
    }
  }
  return [...byLabel].map(
    ([label, names]) => `${label} in (${[...names].join(',')})`,
  );
}

/** Each selector once, whoever asks for it. */
function selectors(integrations: readonly DataPlatformIntegration[]): {
  pods: string[];
  events: string[];
  claims: boolean;
} {
  const pods = new Set<string>();
  const events = new Set(['type=Warning']);
  let claims = false;
  for (const definition of integrations.flatMap(each => each.resources)) {
    for (const related of definition.related ?? []) {
      if (related.type === 'pods') {
        pods.add(related.labelSelector);
      } else if (related.type === 'events') {
        events.add(related.fieldSelector);
      }
      claims ||= related.type === 'claims';
    }
  }
  return { pods: [...pods], events: [...events], claims };
}

function evidenceFeed<K extends EvidenceType>(
  source: string,
  kind: EvidenceKind<K>,
  query: Record<string, string>,
  sink: ObjectSink,
): Feed<Item<K>> {
  const selector = new URLSearchParams(query).toString();
  const scopeOf = (namespace: string | undefined) =>
    [kind.plural, namespace, selector].filter(Boolean).join('?');
  const tell = (change: object, namespace: string | undefined) =>
    sink.evidence(source, {
      type: kind.type,
      scope: scopeOf(namespace),
      ...change,
    } as EvidenceChange);
  return {
    title: kind.title,
    kind: kind.kind,
    group: kind.group ?? '',
    plural: kind.plural,
    version: 'v1',
    namespaced: !kind.clusterScoped,
    query,
    project: kind.project,
    replace: (items, namespace) => tell({ op: 'replace', items }, namespace),
    upsert: (item, namespace) => tell({ op: 'upsert', item }, namespace),
    remove: (item, namespace) => tell({ op: 'remove', item }, namespace),
    // Rows are marked by their own kind; evidence has no mark of its own.
    stale: () => {},
  };
}

/** Follows which namespaces belong to domains, for reading namespace by namespace. */
function namespaceFeed(
  feed: Feed<NamespaceEvidence>,
  onNamespaces: (names: readonly string[]) => void,
): Feed<NamespaceEvidence> {
  const names = new Set<string>();
  const after = (change: () => void) => {
    change();
    onNamespaces([...names].sort());
  };
  return {
    ...feed,
    replace(items, namespace) {
      feed.replace(items, namespace);
      after(() => {
        names.clear();
        items.forEach(item => names.add(item.name));
      });
    },
    upsert(item, namespace) {
      feed.upsert(item, namespace);
      if (!names.has(item.name)) {
        after(() => names.add(item.name));
      }
    },
    remove(item, namespace) {
      feed.remove(item, namespace);
      after(() => names.delete(item.name));
    },
  };
}
