import {
  PlatformResource,
  StreamChange,
  StreamFrame,
} from '@millrace/backstage-plugin-data-platform-common';
import { VisibilityFilter } from '../../permissions/platformResourceRef';
import { PendingChange } from './Pending';

/** Writes frames as server-sent events. A change is serialised once, however many frames it stands in. */
export class FrameWriter {
  readonly #epoch: string;
  /** Keyed by the change itself: forgotten with it. */
  readonly #texts = new WeakMap<PendingChange, string>();

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  /** Version of an event id of this process; undefined for any other. */
  versionOf(lastEventId: string | undefined): number | undefined {
    if (!lastEventId) return undefined;
    const dot = lastEventId.lastIndexOf('.');
    if (lastEventId.slice(0, dot) !== this.#epoch) return undefined;
    const version = lastEventId.slice(dot + 1);
    return /^\d{1,15}$/.test(version) ? Number(version) : undefined;
  }

  /** One frame. */
  frame(frame: StreamFrame): string {
    return this.#event(frame.version, JSON.stringify(frame));
  }

  /** The frame with those changes that a viewer may see; empty text when there is none, unless asked for always. */
  changes(
    changes: readonly PendingChange[],
    allows: VisibilityFilter,
    version: number,
    when: 'always' | 'any' = 'any',
  ): string {
    const texts: string[] = [];
    for (const change of changes) {
      for (const before of change.befores) {
        if (allows(before)) texts.push(vanished(change, before));
      }
      if (allows(change.row)) texts.push(this.#text(change));
    }
    if (texts.length === 0 && when === 'any') return '';
    return this.#event(
      version,
      `{"type":"changes","version":${version},"changed":[${texts.join(',')}]}`,
    );
  }

  #text(change: PendingChange): string {
    const known = this.#texts.get(change);
    if (known !== undefined) return known;
    const { id, version, row, removed } = change;
    const told: StreamChange = {
      id,
      version,
      entityRef: row.entityRef,
      productRef: row.productRef,
      domainRef: row.domainRef,
      ...(removed ? { removed } : { resource: row }),
    };
    const text = JSON.stringify(told);
    this.#texts.set(change, text);
    return text;
  }

  #event(version: number, json: string): string {
    return `id: ${this.#epoch}.${version}\ndata: ${json}\n\n`;
  }
}

/**
 * Gone from where it was: for who saw it there and may not any more, and for the views of the entity that it has left.
 * Nothing of what it is now.
 */
function vanished(change: PendingChange, before: PlatformResource): string {
  const told: StreamChange = {
    id: change.id,
    version: change.version,
    removed: true,
    entityRef: before.entityRef,
    productRef: before.productRef,
    domainRef: before.domainRef,
  };
  return JSON.stringify(told);
}
