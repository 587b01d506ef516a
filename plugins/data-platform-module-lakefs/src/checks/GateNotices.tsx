import { Alert } from '@backstage/ui';
import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';

/** What the branch does to the checks of its parent: lakeFS reads them from the branch that is merged. */
export function GateNotices(props: { branch: LakefsBranch }) {
  const { name, parent } = props.branch;
  const {
    droppedActions: dropped = [],
    changedActions: changed = [],
    brokenActions: broken = [],
  } = props.branch;
  // What cannot be read is told as such, though it was changed as well.
  const otherwise = changed.filter(
    path => !broken.some(each => each.path === path),
  );
  return (
    <>
      {broken.map(({ path, problem }) => (
        <Alert
          key={path}
          status="danger"
          icon
          title={`lakeFS cannot read ${path}: no commit to ${name} can succeed.`}
          description={`${problem}. Mend the file or delete it; uploads still work.`}
        />
      ))}
      {dropped.length > 0 && (
        <Alert
          status="warning"
          icon
          title={`${name} lacks ${listOf(dropped)}, which ${parent} has.`}
          description={`lakeFS reads checks from the branch that is merged: without the file they will not run when ${name} is merged. Merge ${parent} into it first.`}
        />
      )}
      {otherwise.length > 0 && (
        <Alert
          status="info"
          icon
          title={`${name} has its own ${listOf(otherwise)}.`}
          description={`A merge of ${name} is checked by its own file, not by that of ${parent}. Look at what it changes.`}
        />
      )}
    </>
  );
}

const SHOWN = 3;

function listOf(paths: readonly string[]): string {
  const rest = paths.length - SHOWN;
  return rest > 0
    ? `${paths.slice(0, SHOWN).join(', ')} and ${rest} more`
    : paths.join(', ');
}
