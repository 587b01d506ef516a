/** An object of a branch or commit: what lakeFS knows of it beside its bytes. */
export interface ObjectEntry {
  readonly path: string;
  /** MD5 of the bytes, in hex. */
  readonly checksum: string;
  readonly size: number;
  /** Seconds since the epoch. */
  readonly mtime: number;
  readonly contentType: string;
  /** What users attached; keys as they were sent. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly physicalAddress: string;
}

/** A path that was changed and not committed yet: a new state of the object, or none when it was deleted. */
export interface StagedChange {
  readonly path: string;
  readonly entry?: ObjectEntry;
}

/** Whether a commit would see no difference: time and place of the bytes do not count. */
export function sameObject(left: ObjectEntry, right: ObjectEntry): boolean {
  return (
    left.checksum === right.checksum &&
    left.size === right.size &&
    left.contentType === right.contentType &&
    sameMetadata(left.metadata, right.metadata)
  );
}

function sameMetadata(
  left: Readonly<Record<string, string>>,
  right: Readonly<Record<string, string>>,
): boolean {
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every(key => left[key] === right[key])
  );
}
