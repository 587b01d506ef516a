/** What the portal knows of a branch beyond what lakeFS does. Times are epoch milliseconds. */
export interface BranchRecord {
  server: string;
  repository: string;
  name: string;
  /** Where it was made from; absent for branches that were not made in the portal. */
  source?: string;
  owner?: string;
  purpose?: string;
  expiresAt?: number;
  createdBy?: string;
  createdAt?: number;
  /** Id of the operation that made it. */
  operation?: string;
  /** Its head when it was seen last: what a deleted branch is restored from. */
  lastCommit?: string;
  seenAt?: number;
  /** It was gone then, or was deleted by the portal. */
  deletedAt?: number;
  deletedBy?: string;
  /** What its owner was told of its end. */
  noticeFor?: number;
  noticeAt?: number;
  noticeHead?: string;
  noticeDirty?: boolean;
  noticeTold?: boolean;
  /** Why it was not deleted although its time is over; ends `It expired on ...; `. */
  expiryNote?: string;
}

/** Which branch. */
export type BranchKey = Pick<BranchRecord, 'server' | 'repository' | 'name'>;
