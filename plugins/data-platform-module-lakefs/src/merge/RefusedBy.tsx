import {
  LakefsBranch,
  LakefsCheck,
  LakefsCheckPage,
  Operation,
} from '@millrace/backstage-plugin-data-platform-common';
import { useSystemView } from '@millrace/backstage-plugin-data-platform-react';
import { HookList } from '../checks/HookList';
import { addressOf } from '../data/branchAddress';
import { LAKEFS, repositoryPath } from '../data/kinds';
import styles from './merge.module.css';

/** Among so many of the latest runs the one that refused a merge is found. */
const LATEST = 10;

/** What the check said that refused a merge, and the next step; nothing where no check did. */
export function RefusedBy(props: {
  operation: Operation;
  branch: LakefsBranch;
  destination: string;
}) {
  const { operation, branch, destination } = props;
  const address = addressOf(branch);
  // A check before a merge is listed with the branch that is merged into.
  const { value } = useSystemView<LakefsCheckPage>({
    system: LAKEFS,
    path: repositoryPath(address, 'checks'),
    query: { branch: destination, limit: LATEST },
  });
  const run = value?.items.find(check => isOf(check, operation));
  if (!run) {
    return null;
  }
  return (
    <section className={styles.section} aria-label="The check that said no">
      <h3 className={styles.title}>What the check said</h3>
      <HookList address={address} run={run.id} />
      <p className={styles.quiet}>
        {`Mend the data on ${branch.name}, commit, and merge again. The checks are those of the action files of ${branch.name}.`}
      </p>
    </section>
  );
}

/** Named by the server in what it answered; a run that merely failed lately may be of another merge. */
function isOf(check: LakefsCheck, { error = '' }: Operation): boolean {
  return check.status === 'failed' && error.includes(check.id);
}
