import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import { addressOf } from '../data/branchAddress';
import { isRef } from '../data/isRef';
import { RefPicker } from '../form/RefPicker';
import { useRefParam } from '../form/useRefParam';
import { ConflictsWith } from './ConflictsWith';
import styles from './merge.module.css';

/** What would conflict if the branch were merged into its parent, or into another branch that the URL names. */
export function BranchConflicts(props: { branch: LakefsBranch }) {
  const { branch } = props;
  const { parent, name } = branch;
  const into = useRefParam('into', parent);
  const destination = into.ref;
  return (
    <div className={styles.page}>
      <div className={styles.picker}>
        <RefPicker
          field="into"
          label="Merged into"
          address={addressOf(branch)}
          placeholder="Another branch"
          noTags
          value={into.text}
          onChange={into.type}
        />
      </div>
      {isRef(destination) && destination !== name ? (
        <ConflictsWith
          // Another destination is another question: its pages begin anew.
          key={destination}
          branch={branch}
          destination={destination}
        />
      ) : (
        <EmptyState
          compact
          title={
            parent === undefined && destination === ''
              ? `${name} is the default branch: others are merged into it.`
              : `Choose another branch to merge ${name} into.`
          }
        />
      )}
    </div>
  );
}
