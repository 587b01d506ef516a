import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';

/** How a kind is addressed over HTTP. */
export interface KindEntry {
  group: string;
  plural: string;
  namespaced: boolean;
  /** Served by an integration: people may apply objects of it. */
  integration?: string;
}

const CORE: readonly [apiGroup: string, kind: string, plural: string][] = [
  ['', 'ResourceQuota', 'resourcequotas'],
  ['', 'LimitRange', 'limitranges'],
  ['', 'Secret', 'secrets'],
  ['', 'ServiceAccount', 'serviceaccounts'],
  ['', 'PersistentVolumeClaim', 'persistentvolumeclaims'],
  ['', 'Pod', 'pods'],
  ['networking.k8s.io', 'NetworkPolicy', 'networkpolicies'],
  ['rbac.authorization.k8s.io', 'RoleBinding', 'rolebindings'],
];

/** The closed list of kinds that operations write, and ClusterRole and Secret, which they only read. */
export class KindTable {
  readonly #entries = new Map<string, KindEntry>();

  constructor(integrations: readonly DataPlatformIntegration[]) {
    this.#add('Namespace', {
      group: '',
      plural: 'namespaces',
      namespaced: false,
    });
    this.#add('ClusterRole', {
      group: 'rbac.authorization.k8s.io',
      plural: 'clusterroles',
      namespaced: false,
    });
    for (const [group, kind, plural] of CORE) {
      this.#add(kind, { group, plural, namespaced: true });
    }
    for (const { id, resources } of integrations) {
      for (const { kind, match } of resources) {
        this.#add(kind, {
          group: match.group,
          plural: match.plural,
          namespaced: match.scope !== 'cluster',
          integration: id,
        });
      }
    }
  }

  find(apiVersion: string, kind: string): KindEntry | undefined {
    return this.#entries.get(`${kind}.${groupOf(apiVersion)}`);
  }

  /** Kinds that people may apply, as `kind.group`. */
  applicable(): string[] {
    return [...this.#entries]
      .filter(([, entry]) => entry.integration)
      .map(([key]) => key)
      .sort();
  }

  #add(kind: string, entry: KindEntry): void {
    this.#entries.set(`${kind}.${entry.group}`, entry);
  }
}

/** `batch/v1` to `batch`; the core group is empty. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
