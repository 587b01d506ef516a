import {
  PlatformResource,
  StreamChange,
  StreamFrame,
} from '@millrace/backstage-plugin-data-platform-common';
import { VisibilityFilter } from '../../permissions/platformResourceRef';
import { PendingChange } from './Pending';

/** More changes than this at once (a cluster goes stale or comes back) are told without their rows. */
const MOST_ROWS = 200;
/** Of more than this, reading again what is on the screen costs less than the list of what changed. */
const MOST_CHANGES = 2_000;

/**
 * Writes frames as server-sent events. A change is serialised once, however many frames it stands in. However much
 * changes at once, a frame stays below half a megabyte: a thousand readers get it in the same moment.
 */
export class FrameWriter {
  readonly #epoch: string;
  /** Keyed by the change itself: forgotten with it. */
  readonly #rows = new WeakMap<PendingChange, string>();
  readonly #heads = new WeakMap<PendingChange, string>();

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

  /**
   * The frame with those changes that a viewer may see; empty text when there is none, unless asked for always. A reset
   * where they are too many.
   */
  changes(
    changes: readonly PendingChange[],
    allows: VisibilityFilter,
    version: number,
    when: 'always' | 'any' = 'any',
  ): string {
    const told: Told[] = [];
    for (const change of changes) {
      for (const before of change.befores) {
        if (allows(before)) told.push({ change, before });
      }
      if (allows(change.row)) told.push({ change });
    }
    if (told.length === 0 && when === 'any') return '';
    if (told.length > MOST_CHANGES) {
      return this.frame({ type: 'reset', version });
    }
    const withRows = told.length <= MOST_ROWS;
    const texts = told.map(({ change, before }) =>
      before ? vanished(change, before) : this.#text(change, withRows),
    );
    return this.#event(
      version,
      `{"type":"changes","version":${version},"changed":[${texts.join(',')}]}`,
    );
  }

  #text(change: PendingChange, withRow: boolean): string {
    const texts = withRow ? this.#rows : this.#heads;
    const known = texts.get(change);
    if (known !== undefined) return known;
    const { id, version, row, removed } = change;
    const told: StreamChange = {
      id,
      version,
      entityRef: row.entityRef,
      productRef: row.productRef,
      domainRef: row.domainRef,
      ...(removed && { removed }),
      ...(withRow && !removed && { resource: row }),
    };
    const text = JSON.stringify(told);
    texts.set(change, text);
    return text;
  }

  #event(version: number, json: string): string {
    return `id: ${this.#epoch}.${version}\ndata: ${json}\n\n`;
  }
}

/** One line of a frame: what a row is now, or that it is gone from where it was. */
interface Told {
  change: PendingChange;
  before?: PlatformResource;
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
