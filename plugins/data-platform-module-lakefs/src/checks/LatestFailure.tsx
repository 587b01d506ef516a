import { Alert } from '@backstage/ui';
import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import { RelativeTime } from '@millrace/backstage-plugin-data-platform-react';
import { addressOf } from '../data/branchAddress';
import { HookList } from './HookList';
import styles from './checks.module.css';

/** The check that stands in the way of the branch now. lakeFS lists that of a merge with the branch merged into. */
export function LatestFailure(props: { branch: LakefsBranch }) {
  const { branch } = props;
  const { failure } = branch;
  if (!failure) {
    return null;
  }
  const refused =
    failure.event === 'pre-merge'
      ? `its merge${branch.parent ? ` into ${branch.parent}` : ''}`
      : 'the last commit';
  return (
    <section className={styles.section} aria-label="What stands in the way">
      <Alert
        status="danger"
        icon
        title={`Check ${failure.hook} of action ${failure.action} refused ${refused}.`}
        description={
          <>
            <RelativeTime at={new Date(failure.at).toISOString()} />. Mend the
            data on {branch.name}, commit, and try again.
          </>
        }
      />
      <HookList address={addressOf(branch)} run={failure.runId} />
    </section>
  );
}
