import { Commit } from '../model/Commit';
import { Repository } from '../model/Repository';
import { Heap } from './Heap';

const LEFT = 1;
const RIGHT = 2;

/** The best common ancestor of two commits; every two commits of a repository have one, its first commit. */
export function mergeBase(
  repository: Repository,
  left: Commit,
  right: Commit,
): Commit {
  if (left.id === right.id) return left;
  const reached = new Map([
    [left.id, LEFT],
    [right.id, RIGHT],
  ]);
  const queue = new Heap<Commit>(
    (one, other) => other.generation - one.generation,
  );
  queue.push(left);
  queue.push(right);
  for (let commit = queue.pop(); commit; commit = queue.pop()) {
    const flags = reached.get(commit.id)!;
    for (const parent of commit.parents) {
      const before = reached.get(parent);
      if (before === undefined) queue.push(repository.commit(parent));
      const now = (before ?? 0) | flags;
      reached.set(parent, now);
      if (now === (LEFT | RIGHT)) return repository.commit(parent);
    }
  }
  throw new Error(
    `Commits ${left.id} and ${right.id} of ${repository.info.id} have no common ancestor`,
  );
}
