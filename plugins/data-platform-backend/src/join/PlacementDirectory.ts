import { LABEL_DOMAIN } from '@millrace/backstage-plugin-data-platform-common';
import { NamespacedItems } from '../store/NamespacedItems';
import { ScopedItems } from '../store/ScopedItems';
import {
  EvidenceChange,
  NamespaceEvidence,
  RoleBindingEvidence,
} from '../sources/types';
import { domainOfLabel } from './domainOfLabel';
import { DomainDirectory, DomainPlacement, LabelledNamespace } from './types';

type PlacementChange = Extract<
  EvidenceChange,
  { type: 'namespace' | 'roleBinding' }
>;

interface SourcePlacements {
  namespaces: ScopedItems<NamespaceEvidence>;
  bindings: NamespacedItems<RoleBindingEvidence>;
  domains: Map<string, string>;
}

/** Where domains live, from the labels of namespaces and our role bindings in them. */
export class PlacementDirectory implements DomainDirectory {
  readonly #sources = new Map<string, SourcePlacements>();
  readonly #allotted = new Map<string, ReadonlyMap<string, string>>();

  ofNamespace(source: string, namespace: string): string | undefined {
    return (
      this.#allotted.get(source)?.get(namespace) ??
      this.#sources.get(source)?.domains.get(namespace)
    );
  }

  /**
   * Places of a source that is no cluster, and the domains that configuration gives them to. They are no namespaces: what
   * is done to the namespaces of a domain does not reach them. Returns those that came to belong elsewhere.
   */
  allot(source: string, domains: ReadonlyMap<string, string>): string[] {
    const before = this.#allotted.get(source) ?? new Map<string, string>();
    this.#allotted.set(source, domains);
    return [...new Set([...before.keys(), ...domains.keys()])].filter(
      place => before.get(place) !== domains.get(place),
    );
  }

  placements(domainRef: string): readonly DomainPlacement[] {
    const placements: DomainPlacement[] = [];
    for (const source of [...this.#sources.keys()].sort()) {
      const { domains, bindings } = this.#source(source);
      const namespaces = [...domains.keys()]
        .filter(namespace => domains.get(namespace) === domainRef)
        .sort();
      if (namespaces.length > 0) {
        placements.push({
          domainRef,
          source,
          namespaces,
          bindings: namespaces.flatMap(namespace => bindings.of(namespace)),
        });
      }
    }
    return placements;
  }

  labelled(): readonly LabelledNamespace[] {
    return [...this.#sources].flatMap(([source, state]) =>
      [...state.namespaces.all()].map(({ name, labels }) => {
        const domainRef = state.domains.get(name);
        return {
          source,
          namespace: name,
          labels,
          ...(domainRef && { domainRef }),
          bindings: state.bindings.of(name),
        };
      }),
    );
  }

  /** Takes a change in and returns the namespaces that came to belong to another domain, or to none. */
  apply(source: string, change: PlacementChange): string[] {
    const state = this.#source(source);
    if (change.type === 'roleBinding') {
      state.bindings.apply(change);
      return [];
    }
    const diff = state.namespaces.apply(change);
    const moved: string[] = [];
    for (const namespace of diff.upserted) {
      const domain = domainOfLabel(namespace.labels[LABEL_DOMAIN]);
      move(state, namespace.name, domain, moved);
    }
    for (const namespace of diff.removed) {
      move(state, namespace.name, undefined, moved);
    }
    return moved;
  }

  #source(name: string): SourcePlacements {
    let state = this.#sources.get(name);
    if (!state) {
      state = {
        // By name: a namespace made anew is the same place only if its label says so.
        namespaces: new ScopedItems(namespace => namespace.name),
        bindings: new NamespacedItems(),
        domains: new Map(),
      };
      this.#sources.set(name, state);
    }
    return state;
  }
}

function move(
  state: SourcePlacements,
  namespace: string,
  domain: string | undefined,
  moved: string[],
): void {
  const before = state.domains.get(namespace);
  if (before === domain) {
    return;
  }
  if (domain) {
    state.domains.set(namespace, domain);
  } else {
    state.domains.delete(namespace);
  }
  moved.push(namespace);
}
