import { Registry } from '../resources/Registry';
import { ResourceType } from '../resources/ResourceType';
import { REVIEWS } from './handlers/reviews';

/** What `/version` answers: the release whose behaviour the sandbox follows. */
export const VERSION = {
  major: '1',
  minor: '36',
  gitVersion: 'v1.36.2+millrace-sandbox',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: '',
  compiler: '',
  platform: 'linux/amd64',
};

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const SUB_VERBS = ['get', 'patch', 'update'];

/** A resource or a subresource, as discovery tells of it. */
interface Discovered {
  name: string;
  singular: string;
  kind: string;
  group: string;
  version: string;
  namespaced: boolean;
  verbs: readonly string[];
  shortNames: readonly string[];
  categories: readonly string[];
  subresources: Subresource[];
}

interface Subresource {
  name: string;
  kind: string;
  verbs: readonly string[];
  /** Where its kind is not of the resource's own group. */
  group?: string;
  version?: string;
}

/** Discovery documents, made anew only when the served resources change. */
export class Discovery {
  private readonly registry: Registry;
  private revision = -1;
  private known: Discovered[] = [];

  constructor(registry: Registry) {
    this.registry = registry;
  }

  /** Groups and their versions, preferred version first; without the core group. */
  groups(): { name: string; versions: string[] }[] {
    const groups = new Map<string, string[]>();
    for (const { group, version } of this.resources()) {
      if (group === '') continue;
      const versions = groups.get(group) ?? [];
      if (!versions.includes(version)) versions.push(version);
      groups.set(group, versions);
    }
    return [...groups].map(([name, versions]) => ({
      name,
      versions: versions.sort(byPriority),
    }));
  }

  apiVersions() {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }

  groupList() {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: this.groups().map(({ name, versions }) =>
        groupOf(name, versions),
      ),
    };
  }

  group(name: string): object | undefined {
    const found = this.groups().find(group => group.name === name);
    return (
      found && {
        kind: 'APIGroup',
        apiVersion: 'v1',
        ...groupOf(name, found.versions),
      }
    );
  }

  resourceList(group: string, version: string): object | undefined {
    const found = this.resources().filter(
      resource => resource.group === group && resource.version === version,
    );
    if (found.length === 0) return undefined;
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: group ? `${group}/${version}` : version,
      resources: found.flatMap(resourceEntries),
    };
  }

  /** Aggregated discovery (KEP-3352) of the core group or of all others. */
  aggregated(core: boolean, version: string) {
    const groups = core ? [{ name: '', versions: ['v1'] }] : this.groups();
    return {
      kind: 'APIGroupDiscoveryList',
      apiVersion: `apidiscovery.k8s.io/${version}`,
      metadata: {},
      items: groups.map(({ name, versions }) => ({
        metadata: name ? { name } : {},
        versions: versions.map(served => ({
          version: served,
          resources: this.resources()
            .filter(
              resource =>
                resource.group === name && resource.version === served,
            )
            .map(aggregatedEntry),
          freshness: 'Current',
        })),
      })),
    };
  }

  private resources(): Discovered[] {
    if (this.revision !== this.registry.revision) {
      this.revision = this.registry.revision;
      this.known = [
        ...this.registry.all().map(discovered),
        ...REVIEWS.map(reviewResource),
      ].sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    return this.known;
  }
}

function discovered(type: ResourceType): Discovered {
  const subresources: Subresource[] = [];
  if (type.hasStatus) {
    subresources.push({ name: 'status', kind: type.kind, verbs: SUB_VERBS });
  }
  if (type.hasScale) {
    subresources.push({
      name: 'scale',
      kind: 'Scale',
      verbs: SUB_VERBS,
      group: 'autoscaling',
      version: 'v1',
    });
  }
  if (type.group === '' && type.plural === 'pods') {
    subresources.push({ name: 'log', kind: 'Pod', verbs: ['get'] });
  }
  if (type.group === '' && ['pods', 'services'].includes(type.plural)) {
    subresources.push({
      name: 'proxy',
      kind: `${type.kind}ProxyOptions`,
      verbs: ['get'],
    });
  }
  if (type.group === '' && type.plural === 'serviceaccounts') {
    subresources.push({
      name: 'token',
      kind: 'TokenRequest',
      verbs: ['create'],
    });
  }
  if (type.group === '' && type.plural === 'namespaces') {
    subresources.push({ name: 'finalize', kind: type.kind, verbs: ['update'] });
  }
  const { plural, singular, kind, group, version, namespaced } = type;
  const { shortNames, categories } = type;
  return {
    name: plural,
    singular,
    kind,
    group,
    version,
    namespaced,
    verbs: VERBS,
    shortNames,
    categories,
    subresources,
  };
}

function reviewResource(review: (typeof REVIEWS)[number]): Discovered {
  const { group, plural, kind } = review;
  return {
    name: plural,
    singular: kind.toLowerCase(),
    kind,
    group,
    version: 'v1',
    namespaced: false,
    verbs: ['create'],
    shortNames: [],
    categories: [],
    subresources: [],
  };
}

function resourceEntries(resource: Discovered): object[] {
  const { name, namespaced, kind, verbs, shortNames, categories } = resource;
  return [
    {
      name,
      singularName: resource.singular,
      namespaced,
      kind,
      verbs,
      ...(shortNames.length > 0 ? { shortNames } : {}),
      ...(categories.length > 0 ? { categories } : {}),
    },
    ...resource.subresources.map(sub => ({
      name: `${name}/${sub.name}`,
      singularName: '',
      namespaced,
      ...(sub.group ? { group: sub.group, version: sub.version } : {}),
      kind: sub.kind,
      verbs: sub.verbs,
    })),
  ];
}

function aggregatedEntry(resource: Discovered): object {
  const { group, version, shortNames, categories, subresources } = resource;
  const responseKind = (kind: string) => ({ group, version, kind });
  return {
    resource: resource.name,
    responseKind: responseKind(resource.kind),
    scope: resource.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: resource.singular,
    verbs: resource.verbs,
    ...(shortNames.length > 0 ? { shortNames } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    ...(subresources.length > 0
      ? {
          subresources: subresources.map(sub => ({
            subresource: sub.name,
            responseKind: {
              ...responseKind(sub.kind),
              ...(sub.group ? { group: sub.group, version: sub.version } : {}),
            },
            verbs: sub.verbs,
          })),
        }
      : {}),
  };
}

function groupOf(name: string, versions: readonly string[]) {
  const entries = versions.map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions: entries, preferredVersion: entries[0] };
}

/** Stable before beta before alpha, then the higher number (k8s.io/apimachinery/pkg/version). */
function byPriority(a: string, b: string): number {
  const rank = (version: string) => {
    const [, major, stage, minor] =
      /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
    const stages: Record<string, number> = { alpha: 0, beta: 1 };
    return [stage ? stages[stage] : 2, Number(major), Number(minor ?? 0)];
  };
  const [left, right] = [rank(a), rank(b)];
  const index = left.findIndex((value, at) => value !== right[at]);
  return index < 0 ? 0 : right[index] - left[index];
}
