import { createHash } from 'node:crypto';
import { Tree } from '../tree/Tree';
import { ObjectEntry } from './ObjectEntry';

/** A state of all objects of a repository, and how it came about. Never changes. */
export interface Commit {
  readonly id: string;
  readonly committer: string;
  readonly message: string;
  /** Milliseconds since the epoch; the API tells seconds. */
  readonly creationDate: number;
  /** One more than that of the oldest line of parents. */
  readonly generation: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
  /** Name of the state of the objects: the same for the same objects made in the same way. Empty for no objects. */
  readonly metaRangeId: string;
  readonly tree: Tree<ObjectEntry>;
}

/** Gives a commit its id: a hash of all that it says, as in the real server. */
export function makeCommit(content: Omit<Commit, 'id'>): Commit {
  const { tree, ...said } = {
    ...content,
    creationDate: Math.floor(content.creationDate / 1000),
  };
  const id = createHash('sha256').update(sortedJson(said)).digest('hex');
  return { ...content, id };
}

function sortedJson(value: Record<string, unknown>): string {
  return JSON.stringify(value, (_, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : item,
  );
}
