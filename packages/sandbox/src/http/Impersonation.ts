import { badRequest } from '../errors/status';
import { Attributes, MASTERS, ResourceAttributes } from '../rbac/Attributes';
import { Authorizer } from '../rbac/Authorizer';
import { refuse } from '../rbac/forbiddenText';
import { Principal, StatusError } from '../types';
import { withServerGroups } from './UserDirectory';

const AUTHENTICATION = 'authentication.k8s.io';
const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/**
 * Impersonation, constrained (KEP-5284: `impersonate:user-info` on the identity and `impersonate-on:user-info:VERB` on the
 * request) with the unconstrained verb `impersonate` as what is tried last, as Kubernetes 1.36 does it.
 */
export class Impersonation {
  private readonly authorizer: Authorizer;
  /** Who has impersonated by the unconstrained verb: refused later, they are told so in its words. */
  private readonly unconstrained = new Set<string>();

  constructor(authorizer: Authorizer) {
    this.authorizer = authorizer;
  }

  /**
   * Who the request counts as from here on.
   *
   * @throws 403 when the caller may not be that person; 400 for groups without a user
   */
  resolve(
    caller: Principal,
    headers: NodeJS.Dict<string[]>,
    asked: Attributes,
  ): Principal {
    const user = headers['impersonate-user']?.[0] ?? '';
    const groups = headers['impersonate-group'] ?? [];
    if (!user && groups.length === 0) return caller;
    if (!user) {
      const list = groups.map(group => JSON.stringify(group)).join(', ');
      throw badRequest(
        `requested &user.DefaultInfo{Name:"", UID:"", Groups:[]string{${list}}, Extra:map[string][]string(nil)} without impersonating a user name`,
      );
    }
    const first = this.unconstrained.has(caller.user);
    const refusal = first
      ? this.tryUnconstrained(caller, user, groups)
      : this.tryConstrained(caller, user, groups, asked);
    if (refusal) {
      const other = first
        ? this.tryConstrained(caller, user, groups, asked)
        : this.tryUnconstrained(caller, user, groups);
      if (other) throw refusal;
    }
    return withServerGroups(user, groups);
  }

  private tryConstrained(
    caller: Principal,
    user: string,
    groups: readonly string[],
    asked: Attributes,
  ): StatusError | undefined {
    const account = SERVICE_ACCOUNT.exec(user);
    const mode = account ? 'serviceaccount' : 'user-info';
    const verb = `impersonate:${mode}`;
    const identity = (resource: string, name: string): ResourceAttributes => ({
      verb,
      group: AUTHENTICATION,
      resource,
      name,
    });
    const checks: Attributes[] = [
      { ...asked, verb: `impersonate-on:${mode}:${asked.verb}` },
      account
        ? {
            ...identity('serviceaccounts', account[2]),
            namespace: account[1],
          }
        : identity('users', user),
    ];
    const refused = this.firstRefused(caller, checks);
    if (refused) return refused;
    if (groups.includes(MASTERS)) {
      return refuse(
        caller.user,
        identity('groups', MASTERS),
        `impersonating the ${MASTERS} group is not allowed`,
      );
    }
    return this.firstRefused(
      caller,
      groups.map(group => identity('groups', group)),
    );
  }

  private tryUnconstrained(
    caller: Principal,
    user: string,
    groups: readonly string[],
  ): StatusError | undefined {
    const account = SERVICE_ACCOUNT.exec(user);
    const identity = (resource: string, name: string): ResourceAttributes => ({
      verb: 'impersonate',
      group: '',
      resource,
      name,
    });
    const refused = this.firstRefused(caller, [
      account
        ? { ...identity('serviceaccounts', account[2]), namespace: account[1] }
        : identity('users', user),
      ...groups.map(group => identity('groups', group)),
    ]);
    if (!refused) this.unconstrained.add(caller.user);
    return refused;
  }

  private firstRefused(
    caller: Principal,
    checks: readonly Attributes[],
  ): StatusError | undefined {
    const refused = checks.find(
      check => !this.authorizer.authorize(caller, check).allowed,
    );
    return refused && refuse(caller.user, refused);
  }
}
