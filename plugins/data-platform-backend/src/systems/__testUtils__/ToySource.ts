import {
  KubernetesObject,
  ResourceDefinition,
  ResourceSource,
  ResourceSystem,
  SourceFault,
  SourceScope,
} from '@millrace/backstage-plugin-data-platform-node';

/** A kind that is healthy unless its object says otherwise. */
export const toyBranch: ResourceDefinition<KubernetesObject> = {
  kind: 'ToyBranch',
  match: { group: 'toys.example', versions: ['v1'], plural: 'toybranches' },
  nature: 'branch',
  keep: ({ spec }) => ({ spec }),
  assess: () => ({
    ...{ health: 'healthy', reason: 'Fine', message: 'Fine.' },
    ...{ evidence: [], remedies: [] },
  }),
};

/** A server whose content and moods a test sets. */
export class ToySource implements ResourceSource {
  readonly name: string;
  readonly places = new Map<string, SourceScope & { branches: string[] }>();
  /** Faults by what is asked: `probe`, `scopes`, or the name of a scope. */
  readonly faults = new Map<string, Error>();
  readonly asked: string[] = [];
  /** Never answers. */
  hangs = false;
  revision = '1';
  changed: (scope?: string) => void = () => {};

  constructor(name = 'toys') {
    this.name = name;
  }

  place(name: string, branches: string[], domainRef?: string): void {
    this.places.set(name, { name, branches, domainRef });
  }

  async probe(signal: AbortSignal) {
    await this.#ask('probe', signal);
    return { version: '1.2.3', note: 'A toy.' };
  }

  async scopes(signal: AbortSignal) {
    await this.#ask('scopes', signal);
    return [...this.places.values()];
  }

  async list(scope: string, signal: AbortSignal): Promise<KubernetesObject[]> {
    await this.#ask(scope, signal);
    return (this.places.get(scope)?.branches ?? []).map(name => ({
      kind: 'ToyBranch',
      metadata: {
        ...{ name, namespace: scope, uid: `${scope}/${name}` },
        resourceVersion: this.revision,
      },
      spec: {},
      secret: 'CANARY-7f3a',
    }));
  }

  watch(changed: (scope?: string) => void): () => void {
    this.changed = changed;
    return () => {
      this.changed = () => {};
    };
  }

  async #ask(what: string, signal: AbortSignal): Promise<void> {
    this.asked.push(what);
    if (this.hangs) {
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    }
    const fault = this.faults.get(what);
    if (fault) throw fault;
  }
}

export function toySystem(...sources: ResourceSource[]): ResourceSystem {
  return { id: 'toys', title: 'Toys', resources: [toyBranch], sources };
}

export function unreachable(): SourceFault {
  return new SourceFault('unreachable', 'connection refused');
}
