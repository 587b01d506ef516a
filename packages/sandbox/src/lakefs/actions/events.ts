/** What actions can be called for. */
export const EVENTS: readonly string[] = [
  'prepare-commit',
  'pre-commit',
  'post-commit',
  'pre-merge',
  'post-merge',
  'pre-create-tag',
  'post-create-tag',
  'pre-delete-tag',
  'post-delete-tag',
  'pre-create-branch',
  'post-create-branch',
  'pre-delete-branch',
  'post-delete-branch',
  'pre-revert',
  'post-revert',
  'pre-cherry-pick',
  'post-cherry-pick',
];

/** What an event is about. */
export interface EventRecord {
  /** The ref whose action files count, and which webhooks are told: a branch before, a commit after. */
  sourceRef: string;
  branch?: string;
  tag?: string;
  commitId?: string;
  /** What was named as the source of a merge. */
  mergeSource?: string;
  commit?: {
    message: string;
    committer: string;
    metadata: Readonly<Record<string, string>>;
  };
}

/** The body that a webhook gets; empty fields are left out. */
export function eventPayload(
  event: string,
  {
    action,
    hook,
    repository,
  }: { action: string; hook: string; repository: string },
  record: EventRecord,
  now: number,
): string {
  const { commit } = record;
  const metadata = Object.entries(commit?.metadata ?? {});
  return JSON.stringify({
    event_type: event,
    event_time: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
    action_name: action,
    hook_id: hook,
    repository_id: repository,
    branch_id: record.branch || undefined,
    source_ref: record.sourceRef || undefined,
    tag_id: record.tag || undefined,
    commit_id: record.commitId || undefined,
    commit_message: commit?.message || undefined,
    committer: commit?.committer || undefined,
    commit_metadata:
      metadata.length > 0
        ? Object.fromEntries(metadata.sort(([a], [b]) => (a < b ? -1 : 1)))
        : undefined,
    merge_source: record.mergeSource || undefined,
  });
}
