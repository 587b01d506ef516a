import { Commit } from '../model/Commit';
import { Repository } from '../model/Repository';
import { comparePaths } from '../tree/comparePaths';
import { Heap } from './Heap';

/** The history of a commit, latest first, as the real server walks it: by date. Of one millisecond, a child comes before its parents. */
export function* commitLog(
  repository: Repository,
  start: Commit,
  firstParent = false,
): Generator<Commit> {
  const seen = new Set([start.id]);
  const queue = new Heap<Commit>(
    (one, other) =>
      other.creationDate - one.creationDate ||
      other.generation - one.generation ||
      comparePaths(other.id, one.id),
  );
  queue.push(start);
  for (let commit = queue.pop(); commit; commit = queue.pop()) {
    yield commit;
    const parents = firstParent ? commit.parents.slice(0, 1) : commit.parents;
    for (const parent of parents) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      queue.push(repository.commit(parent));
    }
  }
}
