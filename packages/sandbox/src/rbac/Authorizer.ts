import { Database } from '../store/Database';
import { KubeObject, Principal } from '../types';
import { Attributes, Decision, MASTERS } from './Attributes';
import { PolicyRule, ruleAllows } from './PolicyRule';

const GROUP = 'rbac.authorization.k8s.io';
const STORES = ['clusterroles', 'clusterrolebindings', 'roles', 'rolebindings'];

interface Subject {
  kind: string;
  name: string;
  namespace?: string;
}

/** One role as it reaches one principal. */
interface Grant {
  rules: readonly PolicyRule[];
  reason: string;
}

/** Role-based access control over the roles and bindings in the database; members of system:masters may do anything. */
export class Authorizer {
  private readonly database: Database;
  /** Bindings by subject: cluster-wide under '', others under their namespace. Made anew after a change of any of them. */
  private index?: Map<string, Map<string, Grant[]>>;

  constructor(database: Database) {
    this.database = database;
    for (const plural of STORES) {
      database.listen(`${GROUP}/${plural}`, () => {
        this.index = undefined;
      });
    }
  }

  authorize(principal: Principal, asked: Attributes): Decision {
    if (principal.groups.includes(MASTERS)) return { allowed: true };
    const namespace = 'path' in asked ? undefined : asked.namespace;
    for (const grant of this.grants(principal, namespace)) {
      if (grant.rules.some(rule => ruleAllows(rule, asked))) {
        return { allowed: true, reason: `RBAC: allowed by ${grant.reason}` };
      }
    }
    return { allowed: false };
  }

  /** All rules that a principal has in a namespace, those that hold cluster-wide included. */
  rulesFor(principal: Principal, namespace?: string): PolicyRule[] {
    if (principal.groups.includes(MASTERS)) {
      return [
        { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
        { verbs: ['*'], nonResourceURLs: ['*'] },
      ];
    }
    return this.grants(principal, namespace).flatMap(grant => grant.rules);
  }

  /** The rules of the role that a binding names; undefined when there is no such role. */
  rulesOf(
    roleRef: { kind: string; name: string },
    namespace: string | undefined,
  ): PolicyRule[] | undefined {
    const [plural, key] =
      roleRef.kind === 'Role'
        ? ['roles', `${namespace}/${roleRef.name}`]
        : ['clusterroles', roleRef.name];
    const role = this.database.store(`${GROUP}/${plural}`).get(key);
    return role && (role.object.rules ?? []);
  }

  private grants(principal: Principal, namespace?: string): Grant[] {
    this.index ??= this.build();
    const found: Grant[] = [];
    for (const scope of namespace ? ['', namespace] : ['']) {
      const bySubject = this.index.get(scope);
      if (!bySubject) continue;
      for (const subject of [
        `User:${principal.user}`,
        ...principal.groups.map(group => `Group:${group}`),
      ]) {
        found.push(...(bySubject.get(subject) ?? []));
      }
    }
    return found;
  }

  private build(): Map<string, Map<string, Grant[]>> {
    const index = new Map<string, Map<string, Grant[]>>();
    for (const plural of ['clusterrolebindings', 'rolebindings']) {
      for (const { object } of this.database
        .store(`${GROUP}/${plural}`)
        .list()) {
        this.indexBinding(index, object);
      }
    }
    return index;
  }

  private indexBinding(
    index: Map<string, Map<string, Grant[]>>,
    binding: KubeObject,
  ): void {
    const { name, namespace } = binding.metadata;
    const rules = this.rulesOf(binding.roleRef, namespace);
    if (!rules) return;
    const bySubject = index.get(namespace ?? '') ?? new Map<string, Grant[]>();
    index.set(namespace ?? '', bySubject);
    const title = namespace ? `${name}/${namespace}` : name;
    for (const subject of (binding.subjects ?? []) as Subject[]) {
      const account = subject.kind === 'ServiceAccount';
      const key = account
        ? `User:system:serviceaccount:${subject.namespace}:${subject.name}`
        : `${subject.kind}:${subject.name}`;
      const who = account
        ? `${subject.name}/${subject.namespace}`
        : subject.name;
      const grants = bySubject.get(key) ?? [];
      grants.push({
        rules,
        reason: `${binding.kind} "${title}" of ${binding.roleRef.kind} "${binding.roleRef.name}" to ${subject.kind} "${who}"`,
      });
      bySubject.set(key, grants);
    }
  }
}
