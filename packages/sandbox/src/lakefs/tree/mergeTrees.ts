import { ObjectEntry, sameObject } from '../model/ObjectEntry';
import { compareTrees } from './compareTrees';
import { Tree } from './Tree';

export type MergeStrategy = 'dest-wins' | 'source-wins';

/**
 * Brings what changed from a base to a source into a destination.
 *
 * @returns undefined when both changed an object in different ways and no strategy says whose change counts
 */
export function mergeTrees(
  destination: Tree<ObjectEntry>,
  source: Tree<ObjectEntry>,
  base: Tree<ObjectEntry>,
  strategy?: MergeStrategy,
): Tree<ObjectEntry> | undefined {
  const changes: { path: string; leaf?: ObjectEntry }[] = [];
  for (const change of compareTrees(base, source, sameObject)) {
    const { path, left: before, right: wanted } = change;
    const present = destination.get(path);
    if (sameOrAbsent(present, wanted)) continue;
    if (!sameOrAbsent(present, before)) {
      if (!strategy) return undefined;
      if (strategy === 'dest-wins') continue;
    }
    changes.push({ path, leaf: wanted });
  }
  return destination.change(changes);
}

/** Whether nothing differs between two states. */
export function sameTree(
  left: Tree<ObjectEntry>,
  right: Tree<ObjectEntry>,
): boolean {
  return (
    left === right || compareTrees(left, right, sameObject).next().done === true
  );
}

function sameOrAbsent(left?: ObjectEntry, right?: ObjectEntry): boolean {
  if (!left || !right) return left === right;
  return sameObject(left, right);
}
