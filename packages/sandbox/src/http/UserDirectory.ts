import { createHash } from 'node:crypto';
import { Principal } from '../types';

/** Somebody who may call the API server. */
export interface SandboxUser {
  name: string;
  groups: readonly string[];
  /** Bearer token; made at random, and kept with the data, where it is left out. */
  token?: string;
}

export const ANONYMOUS: Principal = {
  user: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):[^:]+$/;

/** Adds the groups that the server itself gives to everybody it knows. */
export function withServerGroups(
  user: string,
  groups: readonly string[],
): Principal {
  const [, namespace] = SERVICE_ACCOUNT.exec(user) ?? [];
  const all = new Set(groups);
  if (namespace) {
    all.add('system:serviceaccounts');
    all.add(`system:serviceaccounts:${namespace}`);
  }
  all.add('system:authenticated');
  return { user, groups: [...all] };
}

/** Users by their bearer tokens. Tokens are held as digests, so that a lookup tells nothing by the time it takes. */
export class UserDirectory {
  private readonly byDigest = new Map<string, Principal>();

  constructor(users: readonly Required<SandboxUser>[]) {
    for (const { name, groups, token } of users) {
      this.byDigest.set(digest(token), withServerGroups(name, groups));
    }
  }

  /** Who an Authorization header names; anonymous without one, undefined when it names nobody. */
  authenticate(authorization: string | undefined): Principal | undefined {
    if (!authorization) return ANONYMOUS;
    const [, token] = /^Bearer\s+(\S+)\s*$/i.exec(authorization) ?? [];
    return token ? this.byDigest.get(digest(token)) : undefined;
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
