import { LakefsKey } from '../client/LakefsHttp';
import { SparkSettings } from '../spark/SparkSettings';
import { ExpirySettings } from './ExpirySettings';
import { wildcard } from '../model/wildcard';
import { BranchWriters } from '../model/writers';

/** The repositories of one domain on a server. */
export interface DomainShare {
  /** Entity ref. */
  domainRef: string;
  /** Names, with `*`. */
  repositories: readonly string[];
  /** Data product that those are registered into that nobody registered; undefined: they are not. */
  registerIn?: string;
  /** Who alone may write to which branches; undefined: whom the policy lets. */
  branches?: readonly BranchWriters[];
  /** Undefined: the key of the server. */
  key?: LakefsKey;
}

/** A configured lakeFS server. */
export interface LakefsServer {
  name: string;
  title?: string;
  endpoint: string;
  /** What people open. */
  uiUrl: string;
  key: LakefsKey;
  sandbox?: boolean;
  pollMs?: number;
  webhookSecret?: string;
  /** How Spark runs reach it; undefined: they cannot be started on its branches. */
  spark?: SparkSettings;
  /** Without a commit for as long, a branch is stale, ms. */
  staleMs: number;
  domains: readonly DomainShare[];
  /** What takes the approval of owners: what changes protected branches, or nothing. Default: nothing. */
  approvals?: 'protected' | 'none';
  /** What becomes of branches whose time is over. Default: nothing is deleted. */
  expiry?: ExpirySettings;
}

/** The share that a repository is part of: the first that names it. */
export function shareOf(
  { domains }: Pick<LakefsServer, 'domains'>,
  repository: string,
): DomainShare | undefined {
  return domains.find(({ repositories }) =>
    repositories.some(pattern => wildcard(pattern, repository)),
  );
}

/** The key to use for a repository; for the server as a whole its own. */
export function keyFor(
  server: LakefsServer,
  repository: string | undefined,
): LakefsKey {
  const share =
    repository === undefined ? undefined : shareOf(server, repository);
  return share?.key ?? server.key;
}
