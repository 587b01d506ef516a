import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { EvidenceChange, KindScope, ObjectSink } from '../types';

/** A sink that keeps what an index would show, and every call as one line. */
export class RecordingSink implements ObjectSink {
  readonly calls: string[] = [];
  readonly sources: Source[] = [];
  readonly evidenceChanges: EvidenceChange[] = [];
  readonly marks = new Map<string, string>();
  readonly rows = new Map<
    string,
    { scope: KindScope; object: KubernetesObject }
  >();

  replace(scope: KindScope, objects: readonly KubernetesObject[]): void {
    this.calls.push(`replace ${where(scope)} ${objects.map(nameOf).join(' ')}`);
    for (const [uid, row] of this.rows) {
      if (covers(scope, row)) {
        this.rows.delete(uid);
      }
    }
    objects.forEach(object => this.#keep(scope, object));
  }

  upsert(scope: KindScope, object: KubernetesObject): void {
    this.calls.push(`upsert ${where(scope)} ${nameOf(object)}`);
    this.#keep(scope, object);
  }

  remove(scope: KindScope, object: KubernetesObject): void {
    this.calls.push(`remove ${where(scope)} ${nameOf(object)}`);
    this.rows.delete(object.metadata.uid);
  }

  stale(
    scope: Parameters<ObjectSink['stale']>[0],
    mark: { since: string; message: string } | undefined,
  ): void {
    const key = [scope.source, scope.kind, scope.namespace]
      .filter(Boolean)
      .join('/');
    this.calls.push(`${mark ? 'stale' : 'fresh'} ${key}`);
    if (mark) {
      this.marks.set(key, mark.message);
    } else {
      this.marks.delete(key);
    }
  }

  evidence(_source: string, change: EvidenceChange): void {
    this.evidenceChanges.push(change);
  }

  source(state: Source): void {
    this.sources.push(state);
  }

  /** `namespace/name` of all rows, sorted. */
  names(): string[] {
    return Array.from(this.rows.values(), ({ object }) =>
      nameOf(object),
    ).sort();
  }

  state(): Source['state'] | undefined {
    return this.sources.at(-1)?.state;
  }

  message(): string | undefined {
    return this.sources.at(-1)?.message;
  }

  kind(kind: string): Source['kinds'][number] | undefined {
    return this.sources.at(-1)?.kinds.find(each => each.kind === kind);
  }

  #keep(scope: KindScope, object: KubernetesObject): void {
    this.rows.set(object.metadata.uid, { scope, object });
  }
}

function covers(
  scope: KindScope,
  row: { scope: KindScope; object: KubernetesObject },
): boolean {
  return (
    scope.source === row.scope.source &&
    scope.definition.kind === row.scope.definition.kind &&
    (scope.namespace === undefined ||
      scope.namespace === row.object.metadata.namespace)
  );
}

function where({ source, namespace }: KindScope): string {
  return namespace === undefined ? source : `${source}/${namespace}`;
}

function nameOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
