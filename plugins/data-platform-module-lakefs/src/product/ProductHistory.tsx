import { Skeleton } from '@backstage/ui';
import { LakefsHistory } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { CommitLine } from '../branch/CommitLine';
import { useHistory } from '../data/useHistory';
import styles from '../repository/repository.module.css';

const SHOWN = 30;

/** Who changed the default and the protected branches of a product's repositories, through the portal and without it. */
export function ProductHistory(props: { productRef: string }) {
  const { productRef } = props;
  const { value, error, refresh } = useHistory({ productRef, limit: SHOWN });
  if (!value) {
    return error ? (
      <ViewProblem
        error={error}
        subject="who changed the data"
        onRetry={refresh}
      />
    ) : (
      <Skeleton
        width="100%"
        height={120}
        role="status"
        aria-label="Loading who changed the data"
      />
    );
  }
  return (
    <div className={styles.column}>
      {value.problems.map(({ repository, message }) => (
        <p key={repository} className={styles.quiet} role="alert">
          {`Of ${repository} not all is told: ${message}`}
        </p>
      ))}
      {value.items.length === 0 && value.problems.length === 0 && (
        <EmptyState compact title="Nothing was changed in the last 30 days.">
          Merges, commits and reverts on the default and the protected branches
          are listed here.
        </EmptyState>
      )}
      <ChangeList history={value} />
    </div>
  );
}

function ChangeList(props: { history: LakefsHistory }) {
  const { items, more, note } = props.history;
  if (items.length === 0) return null;
  return (
    <>
      <ul className={styles.list} aria-label="Who changed the data">
        {items.map(commit => (
          <li key={`${commit.repository}/${commit.branch}/${commit.id}`}>
            <CommitLine commit={commit}>
              <span>{`${commit.branch} of ${commit.repository}`}</span>
            </CommitLine>
          </li>
        ))}
      </ul>
      {more && (
        <p className={styles.quiet}>
          {`There is more. ${
            note ? `${note} ` : ''
          }The commits of a branch are on its page.`}
        </p>
      )}
    </>
  );
}
