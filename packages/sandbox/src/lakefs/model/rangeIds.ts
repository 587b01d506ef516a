import { createHash } from 'node:crypto';
import { Range, Tree } from '../tree/Tree';
import { ObjectEntry } from './ObjectEntry';

/** Hashes are remembered for as long as the range lives: most ranges are shared by many commits. */
const known = new WeakMap<Range<ObjectEntry>, string>();

/** Name of a range of objects: a hash of their content. */
export function rangeId(range: Range<ObjectEntry>): string {
  const id = known.get(range);
  if (id) return id;
  const hash = createHash('sha256');
  for (const entry of range) {
    hash.update(
      JSON.stringify([
        entry.path,
        entry.checksum,
        entry.size,
        entry.mtime,
        entry.contentType,
        entry.metadata,
        entry.physicalAddress,
      ]),
    );
  }
  const made = hash.digest('hex');
  known.set(range, made);
  return made;
}

/** Name of the state of all objects. */
export function metaRangeId(tree: Tree<ObjectEntry>): string {
  const hash = createHash('sha256');
  for (const range of tree.ranges) hash.update(rangeId(range));
  return hash.digest('hex');
}
