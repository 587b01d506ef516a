import { ReactNode } from 'react';
import {
  LakefsCommit,
  LakefsCommitBrief,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  refTitle,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './branch.module.css';

/** A commit in two lines: what, then who and when. */
export function CommitLine(props: {
  commit: LakefsCommitBrief & Partial<LakefsCommit>;
  /** More about it, behind who and when. */
  children?: ReactNode;
}) {
  const { commit, children } = props;
  return (
    <div className={styles.commit}>
      <span className={styles.message}>{commit.message}</span>
      <span className={styles.meta}>
        <span>{whoText(commit)}</span>
        <RelativeTime at={new Date(commit.at).toISOString()} />
        <code title={commit.id}>{commit.id.slice(0, 12)}</code>
        {commit.isMerge && <span className={styles.tag}>merge</span>}
        {children}
      </span>
    </div>
  );
}

/** Who made a commit, and how sure that is: metadata may be written by anybody who can commit. */
function whoText({
  user,
  committer,
  origin,
}: LakefsCommitBrief & Partial<LakefsCommit>): string {
  if (!user) {
    // The first commit of a repository has none: lakeFS makes it.
    const who = committer || 'lakeFS';
    return origin === 'outside' ? `${who}, outside the portal` : who;
  }
  return origin === 'claimed'
    ? `${refTitle(user)}, as its metadata says`
    : refTitle(user);
}
