/** A wish to merge, as the community edition keeps it: without reviewers and approvals. */
export interface PullRequest {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly status: 'open' | 'closed' | 'merged';
  readonly author: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Stays when it is opened again, as in the real server. */
  readonly closedAt?: number;
  readonly source: string;
  readonly destination: string;
  /** The commit of its merge. */
  readonly mergedCommitId?: string;
}
