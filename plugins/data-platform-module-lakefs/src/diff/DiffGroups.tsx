import { Button, Skeleton } from '@backstage/ui';
import { LakefsDiff } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { RepositoryAddress } from '../data/kinds';
import { ChangeCounts } from './ChangeCounts';
import { DiffQuestion } from './DiffQuestion';
import { bytesText, capital, objectsText } from './diffWords';
import { GroupItem } from './GroupItem';
import { GroupObjects } from './GroupObjects';
import { MOST_GROUPS } from './mergeGroups';
import { useDiffGroups } from './useDiffGroups';
import styles from './diff.module.css';

/** What differs between two refs: the sum, then table by table. */
export function DiffGroups(props: {
  address: RepositoryAddress;
  question: DiffQuestion;
  /** Said where nothing differs. */
  nothing: string;
  onOpen: (item: LakefsDiff, base: string | undefined) => void;
}) {
  const { address, question, nothing, onOpen } = props;
  const { groups, error, loading, refresh, goOn } = useDiffGroups(
    address,
    question,
  );
  if (!groups) {
    return error ? (
      <ViewProblem error={error} subject="the difference" onRetry={refresh} />
    ) : (
      <Skeleton
        width="100%"
        height={160}
        role="status"
        aria-label="Comparing"
      />
    );
  }
  if (groups.objects === 0 && !groups.next) {
    return <EmptyState compact title={nothing} />;
  }
  return (
    <>
      <p className={styles.total} role="status">
        <strong>{capital(objectsText(groups))}</strong>
        <ChangeCounts counts={groups.counts} more={groups.more} />
        <span className={styles.quiet}>{bytesText(groups)}</span>
      </p>
      {groups.passed > 0 && (
        <p className={styles.quiet}>
          {`The first ${groups.passed.toLocaleString(
            'en-US',
          )} tables and folders are not listed any more: at most ${MOST_GROUPS.toLocaleString(
            'en-US',
          )} are kept here.`}
        </p>
      )}
      <ul className={styles.groups} aria-label="Tables and folders that differ">
        {groups.groups.map(group => (
          <GroupItem
            key={group.prefix}
            group={group}
            open={groups.groups.length === 1}
          >
            {() => (
              <GroupObjects
                address={address}
                question={question}
                prefix={group.prefix}
                onOpen={item => onOpen(item, groups.base)}
              />
            )}
          </GroupItem>
        ))}
      </ul>
      {error && (
        <ViewProblem error={error} subject="the rest" onRetry={refresh} />
      )}
      {groups.next && (
        <div className={styles.more}>
          <Button
            size="small"
            variant="secondary"
            isPending={loading}
            onPress={goOn}
          >
            Count on
          </Button>
          <span className={styles.quiet}>
            There is more than was counted so far.
          </span>
        </div>
      )}
    </>
  );
}
