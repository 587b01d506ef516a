import { LakefsCommit } from '@millrace/backstage-plugin-data-platform-common';
import {
  RecordedOperation,
  SystemHost,
} from '@millrace/backstage-plugin-data-platform-node';
import { Commit } from '../client/types';
import { META_LINK, META_TASK, META_USER } from '../model/metadataKeys';
import { uiLinks } from '../model/uiLinks';
import { commitBrief } from '../read/inspectBranch';

const LONGEST_MESSAGE = 10_000;
/** Operations that end in a commit. */
const COMMITTING: readonly string[] = [
  'lakefs:commit',
  'lakefs:merge',
  'lakefs:revert',
];

/** What else is known where commits are told. */
export interface CommitScene {
  host: Pick<SystemHost, 'recorded'>;
  repository: string;
  uiUrl: string;
}

/**
 * Commits, with who made them. Metadata can be written, and copied, by whoever has a key of the server: the portal says that
 * it made a commit only where its own record of the operation names that very commit.
 */
export async function commitViews(
  commits: readonly Commit[],
  { host, repository, uiUrl }: CommitScene,
): Promise<LakefsCommit[]> {
  const ids = commits.flatMap(({ metadata }) => metadata?.[META_TASK] ?? []);
  const recorded = await host.recorded([...new Set(ids)]);
  return commits.map(commit => {
    const { metadata = {} } = commit;
    const operation = recorded.get(metadata[META_TASK] ?? '');
    const ours = operation && isOf(operation, commit, repository);
    const claims = metadata[META_USER] ?? metadata[META_TASK];
    const link = metadata[META_LINK];
    return {
      ...commitBrief(commit),
      parents: commit.parents,
      isMerge: commit.parents.length > 1,
      fullMessage: commit.message.slice(0, LONGEST_MESSAGE),
      ...(ours
        ? {
            origin: 'portal' as const,
            user: operation.actor,
            operationId: operation.id,
            operation: operation.operation,
            ...(link && /^https?:\/\//i.test(link) && { link }),
          }
        : { origin: claims ? ('claimed' as const) : ('outside' as const) }),
      url: uiLinks.commit(uiUrl, repository, commit.id),
    };
  });
}

/** An operation that has not ended has not told its commit yet. */
function isOf(
  { operation, output, state }: RecordedOperation,
  { id }: Commit,
  repository: string,
): boolean {
  const { commit, repository: where } = output ?? {};
  if (!COMMITTING.includes(operation) || where !== repository) return false;
  return commit === undefined ? state === 'running' : commit === id;
}
