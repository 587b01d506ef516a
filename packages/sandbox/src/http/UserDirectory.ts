import { createHash, randomBytes } from 'node:crypto';
import { Clock, Principal } from '../types';

interface Issued {
  principal: Principal;
  expiresAt: number;
}

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

/** How long a token lives that a TokenRequest made. */
const TOKEN_MS = 60 * 60 * 1000;

/** Users by their bearer tokens. Tokens are held as digests, so that a lookup tells nothing by the time it takes. */
export class UserDirectory {
  private readonly byDigest = new Map<string, Principal>();
  private readonly issued = new Map<string, Issued>();
  private readonly clock: Clock;

  constructor(users: readonly Required<SandboxUser>[], clock: Clock) {
    this.clock = clock;
    for (const { name, groups, token } of users) {
      this.byDigest.set(digest(token), withServerGroups(name, groups));
    }
  }

  /** Who an Authorization header names; anonymous without one, undefined when it names nobody. */
  authenticate(authorization: string | undefined): Principal | undefined {
    if (!authorization) return ANONYMOUS;
    const [, token] = /^Bearer\s+(\S+)\s*$/i.exec(authorization) ?? [];
    return token ? this.find(digest(token)) : undefined;
  }

  /** A token for a service account, good for an hour or until the sandbox ends. */
  issue(namespace: string, name: string): { token: string; expiresAt: number } {
    const now = this.clock.now();
    for (const [key, { expiresAt }] of this.issued) {
      if (expiresAt <= now) this.issued.delete(key);
    }
    const token = randomBytes(32).toString('base64url');
    const expiresAt = now + TOKEN_MS;
    const user = `system:serviceaccount:${namespace}:${name}`;
    const principal = withServerGroups(user, []);
    this.issued.set(digest(token), { principal, expiresAt });
    return { token, expiresAt };
  }

  private find(key: string): Principal | undefined {
    const issued = this.issued.get(key);
    if (issued && issued.expiresAt > this.clock.now()) return issued.principal;
    return this.byDigest.get(key);
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
