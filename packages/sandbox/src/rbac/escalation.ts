import { forbidden, notFound } from '../errors/status';
import { KubeObject, Principal } from '../types';
import { Authorizer } from './Authorizer';
import { breakdown, PolicyRule, ruleCovers } from './PolicyRule';

const GROUP = 'rbac.authorization.k8s.io';

/**
 * Nobody grants what he does not hold, unless a rule lets him `escalate` roles or `bind` this one
 * (k8s.io/kubernetes/pkg/registry/rbac, policybased).
 *
 * @throws 403 with the rights that lack, 404 when the role to bind is absent
 */
export function checkEscalation(
  authorizer: Authorizer,
  principal: Principal,
  resource: string,
  object: KubeObject,
): void {
  const { name, namespace } = object.metadata;
  const isRole = resource === 'roles' || resource === 'clusterroles';
  if (!isRole && !resource.endsWith('rolebindings')) return;
  const role = isRole
    ? { verb: 'escalate', resource, name }
    : {
        verb: 'bind',
        resource: object.roleRef.kind === 'Role' ? 'roles' : 'clusterroles',
        name: object.roleRef.name,
      };
  if (
    authorizer.authorize(principal, { ...role, group: GROUP, namespace })
      .allowed
  ) {
    return;
  }
  const wanted = isRole
    ? ((object.rules ?? []) as PolicyRule[])
    : authorizer.rulesOf(object.roleRef, namespace);
  if (!wanted) {
    throw notFound({ group: GROUP, kind: resource, name: object.roleRef.name });
  }
  const lacking = missing(authorizer.rulesFor(principal, namespace), wanted);
  if (lacking.length === 0) return;
  const groups = principal.groups.map(group => JSON.stringify(group)).join(' ');
  throw forbidden(
    { group: GROUP, kind: resource, name },
    `user "${
      principal.user
    }" (groups=[${groups}]) is attempting to grant RBAC permissions not currently held:\n${lacking
      .map(text)
      .sort()
      .join('\n')}`,
  );
}

function missing(held: PolicyRule[], wanted: PolicyRule[]): PolicyRule[] {
  const parts = wanted
    .flatMap(breakdown)
    .filter(part => !held.some(rule => ruleCovers(rule, part)));
  return join(parts);
}

/** Joins parts that differ in the verb alone, as the message of the real server does. */
function join(parts: PolicyRule[]): PolicyRule[] {
  const joined = new Map<string, PolicyRule>();
  for (const { verbs, ...rest } of parts) {
    const key = JSON.stringify(rest);
    const rule = joined.get(key) ?? { ...rest, verbs: [] };
    if (!rule.verbs.includes(verbs[0])) rule.verbs.push(verbs[0]);
    joined.set(key, rule);
  }
  return [...joined.values()];
}

function text(rule: PolicyRule): string {
  const list = (values: string[]) =>
    `[${values.map(value => JSON.stringify(value)).join(' ')}]`;
  const parts = [
    rule.nonResourceURLs && `NonResourceURLs:${list(rule.nonResourceURLs)}`,
    rule.apiGroups && `APIGroups:${list(rule.apiGroups)}`,
    rule.resources && `Resources:${list(rule.resources)}`,
    rule.resourceNames && `ResourceNames:${list(rule.resourceNames)}`,
    `Verbs:${list(rule.verbs)}`,
  ];
  return `{${parts.filter(Boolean).join(', ')}}`;
}
