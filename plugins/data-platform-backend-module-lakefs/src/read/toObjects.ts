import { createHash } from 'node:crypto';
import { Ref, Repository } from '../client/types';
import { LakefsServer } from '../config/LakefsServer';
import { META_EXPIRES, META_OWNER, META_PURPOSE } from '../model/metadataKeys';
import {
  BranchInsight,
  BranchObject,
  BranchSpec,
  HookFailure,
  KIND_BRANCH,
  KIND_REPOSITORY,
  LAKEFS_GROUP,
  LAKEFS_VERSION,
  RepositoryObject,
} from '../model/objects';
import { BranchRecord } from '../records/BranchRecord';
import { Remembered } from './BranchMemory';

const API_VERSION = `${LAKEFS_GROUP}/${LAKEFS_VERSION}`;

export function repositoryObject(parts: {
  server: LakefsServer;
  repository: Repository;
  protection: readonly string[] | undefined;
  branches: number;
  truncated: boolean;
  waiting: number;
}): RepositoryObject {
  const { server, repository, protection, ...status } = parts;
  return versioned({
    apiVersion: API_VERSION,
    kind: KIND_REPOSITORY,
    metadata: {
      name: repository.id,
      namespace: repository.id,
      uid: `repository/${repository.id}/${repository.creation_date}`,
      creationTimestamp: new Date(
        repository.creation_date * 1_000,
      ).toISOString(),
    },
    spec: {
      defaultBranch: repository.default_branch,
      storageNamespace: repository.storage_namespace,
      readOnly: repository.read_only ?? false,
      ...(protection && { protection }),
      uiUrl: server.uiUrl,
    },
    status,
  });
}

export function branchObject(parts: {
  server: LakefsServer;
  repository: string;
  ref: Ref;
  parent: string | undefined;
  record: BranchRecord | undefined;
  remembered: Remembered;
  insight: BranchInsight | undefined;
  protectedBy: string | undefined;
  failure: HookFailure | undefined;
  now: number;
}): BranchObject {
  const { repository, ref, record, remembered } = parts;
  const { commit, uncommitted } = remembered;
  const createdAt = record?.createdAt ?? commit?.at;
  return versioned({
    apiVersion: API_VERSION,
    kind: KIND_BRANCH,
    metadata: {
      name: ref.id,
      namespace: repository,
      // lakeFS gives branches no identity: one of the same name is the same.
      uid: `branch/${repository}/${ref.id}`,
      ...(createdAt && {
        creationTimestamp: new Date(createdAt).toISOString(),
      }),
    },
    spec: specOf(parts),
    status: {
      head: ref.commit_id,
      ...(commit && { commit }),
      ...(parts.insight && { insight: parts.insight }),
      ...(uncommitted && uncommitted.at > 0 && { uncommitted }),
      ...(parts.failure && { failure: parts.failure }),
    },
  });
}

/** The portal's record comes before what the last commit claims. */
function specOf({
  server,
  parent,
  record,
  remembered,
  insight,
  protectedBy,
}: Parameters<typeof branchObject>[0]): BranchSpec {
  // A commit that is its parent's as well was not made for this branch.
  const ownCommit = parent !== undefined && insight?.ahead.n !== 0;
  const claims = (ownCommit && remembered.commit?.metadata) || {};
  const claimedEnd = Date.parse(claims[META_EXPIRES] ?? '');
  const expiresAt =
    record?.expiresAt ?? (Number.isNaN(claimedEnd) ? undefined : claimedEnd);
  const owner = record?.owner ?? claims[META_OWNER];
  const purpose = record?.purpose ?? claims[META_PURPOSE];
  return {
    ...(parent && { parent }),
    ...(owner && { owner }),
    ...(purpose && { purpose }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(expiresAt !== undefined &&
      record?.expiresAt === undefined && { expiryClaimed: true }),
    ...(record && expiresAt !== undefined && endOf(server, record)),
    ...(record?.createdAt !== undefined && { createdAt: record.createdAt }),
    ...(record?.createdBy && { createdBy: record.createdBy }),
    ...(protectedBy !== undefined && { protectedBy }),
    staleMs: server.staleMs,
    uiUrl: server.uiUrl,
  };
}

/** What was said of its end, as far as that holds for the expiry it has now. */
function endOf({ expiry }: LakefsServer, record: BranchRecord) {
  const { expiresAt, noticeFor, noticeAt, noticeDirty, expiryNote } = record;
  const said = noticeFor !== undefined && noticeFor === expiresAt;
  return {
    ...(!expiry?.enabled && { expiryOff: true }),
    ...(said && noticeAt !== undefined && { goesAt: noticeAt }),
    ...(said && noticeDirty && { goesDirty: true }),
    ...(expiryNote && { expiryNote }),
  };
}

/** With a version over its content, times of looking left out: what differs in these alone is the same object. */
function versioned<T extends BranchObject | RepositoryObject>(object: T): T {
  const text = JSON.stringify([object.spec, object.status], (key, value) =>
    key === 'uncommitted' ? { ...value, at: 0 } : value,
  );
  const version = createHash('sha1').update(text).digest('base64url');
  return {
    ...object,
    metadata: { ...object.metadata, resourceVersion: version },
  };
}
