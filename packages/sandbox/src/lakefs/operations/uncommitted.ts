import { Branch, uncommittedOf } from '../model/Branch';
import { ObjectEntry, sameObject, StagedChange } from '../model/ObjectEntry';
import { Repository } from '../model/Repository';
import { comparePaths } from '../tree/comparePaths';
import { Difference } from '../tree/compareTrees';
import { Beyond, FROM_START, Tree } from '../tree/Tree';

/** What is written to a branch and differs from its last commit, in order of paths. */
export function* uncommittedChanges(
  repository: Repository,
  branch: Branch,
  beyond: Beyond = FROM_START,
): Generator<Difference<ObjectEntry>> {
  const { tree } = repository.commit(branch.commitId);
  for (const { path, entry } of uncommittedOf(branch).from(beyond)) {
    const left = tree.get(path);
    if (!left && !entry) continue;
    if (left && entry && sameObject(left, entry)) continue;
    yield { path, left, right: entry };
  }
}

export function isDirty(repository: Repository, branch: Branch): boolean {
  return !uncommittedChanges(repository, branch).next().done;
}

/** The objects of a commit with staged changes over them, in order of paths. */
export function* overlaid(
  tree: Tree<ObjectEntry>,
  changes: Tree<StagedChange>,
  beyond: Beyond = FROM_START,
): Generator<ObjectEntry> {
  const staged = changes.from(beyond);
  let change = staged.next();
  for (const entry of tree.from(beyond)) {
    while (!change.done && comparePaths(change.value.path, entry.path) < 0) {
      if (change.value.entry) yield change.value.entry;
      change = staged.next();
    }
    if (change.done || change.value.path !== entry.path) {
      yield entry;
      continue;
    }
    if (change.value.entry) yield change.value.entry;
    change = staged.next();
  }
  for (; !change.done; change = staged.next()) {
    if (change.value.entry) yield change.value.entry;
  }
}
