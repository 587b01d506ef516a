import { StreamFrame } from '@millrace/backstage-plugin-data-platform-common';

/** What one frame tells, read once however many streams it came by. */
export interface KnownFrame {
  /** Uids of applications that it shows as completed. */
  completed: readonly string[];
  /** Entities that something changed about. */
  entityRefs: ReadonlySet<string>;
}

/** Frames by their event id and length: streams of people who may see the same get the same bytes. */
export class FrameBook {
  readonly #frames = new Map<string, KnownFrame>();

  /** Undefined for what is no frame: a heartbeat. */
  read(event: Buffer): KnownFrame | undefined {
    const end = event.indexOf('\n');
    if (end < 0) return undefined;
    const key = `${event.toString('latin1', 0, end)} ${event.length}`;
    let frame = this.#frames.get(key);
    if (!frame) {
      frame = parse(event.toString('utf8', end + 1));
      this.#frames.set(key, frame);
    }
    return frame;
  }
}

function parse(line: string): KnownFrame {
  const frame: StreamFrame = JSON.parse(line.replace(/^data: /, ''));
  const changed = frame.type === 'changes' ? frame.changed : [];
  return {
    completed: changed.flatMap(({ resource }) =>
      resource?.assessment.outcome === 'succeeded' ? [resource.uid] : [],
    ),
    entityRefs: new Set(changed.flatMap(({ entityRef }) => entityRef ?? [])),
  };
}
