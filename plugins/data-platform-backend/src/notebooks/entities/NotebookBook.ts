import { flatKey } from '../../store/keys';
import { NotebookEntityParts } from './notebookEntity';
import { NotebookOwner, NotebookOwners } from './NotebookOwners';

/** The entities of notebook servers that are stored, by the objects they stand for. */
export class NotebookBook implements NotebookOwners {
  readonly #parts = new Map<string, NotebookEntityParts>();
  readonly #listeners = new Set<(source: string, uid: string) => void>();

  of(source: string, uid: string): NotebookOwner | undefined {
    const parts = this.#parts.get(keyOf(source, uid));
    if (!parts) return undefined;
    const { entityRef, owner, verified, productRef, title } = parts;
    return {
      entityRef,
      ...(verified && { ownerRef: owner }),
      ...(productRef && { productRef }),
      ...(title && { title }),
    };
  }

  get(source: string, uid: string): NotebookEntityParts | undefined {
    return this.#parts.get(keyOf(source, uid));
  }

  all(): Iterable<NotebookEntityParts> {
    return this.#parts.values();
  }

  set(parts: NotebookEntityParts): void {
    const { source } = parts.identity;
    const key = keyOf(source, parts.uid);
    const before = this.#parts.get(key);
    this.#parts.set(key, parts);
    if (JSON.stringify(before) !== JSON.stringify(parts)) {
      this.#tell(source, parts.uid);
    }
  }

  /** Nothing is stored under this ref any more. */
  forget(entityRef: string): void {
    for (const parts of this.#parts.values()) {
      if (parts.entityRef === entityRef) {
        this.delete(parts.identity.source, parts.uid);
        return;
      }
    }
  }

  delete(source: string, uid: string): void {
    if (this.#parts.delete(keyOf(source, uid))) this.#tell(source, uid);
  }

  subscribe(listener: (source: string, uid: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(source: string, uid: string): void {
    for (const listener of [...this.#listeners]) listener(source, uid);
  }
}

function keyOf(source: string, uid: string): string {
  return flatKey([source, uid], '\n');
}
