import { Attributes } from './Attributes';

/** rbac.authorization.k8s.io/v1 PolicyRule. */
export interface PolicyRule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}

/** Whether a rule allows what is asked (plugin/pkg/auth/authorizer/rbac, RuleAllows). */
export function ruleAllows(rule: PolicyRule, asked: Attributes): boolean {
  if (!has(rule.verbs, asked.verb)) return false;
  if ('path' in asked) {
    return (rule.nonResourceURLs ?? []).some(pattern =>
      coversPath(pattern, asked.path),
    );
  }
  const { group, resource, subresource, name = '' } = asked;
  return (
    has(rule.apiGroups, group) &&
    coversResource(rule.resources ?? [], resource, subresource) &&
    (!rule.resourceNames?.length || rule.resourceNames.includes(name))
  );
}

function has(list: readonly string[] | undefined, value: string): boolean {
  return list !== undefined && (list.includes('*') || list.includes(value));
}

function coversResource(
  resources: readonly string[],
  resource: string,
  subresource?: string,
): boolean {
  const full = subresource ? `${resource}/${subresource}` : resource;
  return resources.some(
    pattern =>
      pattern === '*' ||
      pattern === full ||
      (subresource !== undefined && pattern === `*/${subresource}`),
  );
}

export function coversPath(pattern: string, path: string): boolean {
  if (pattern === '*' || pattern === path) return true;
  return pattern.endsWith('*') && path.startsWith(pattern.slice(0, -1));
}

/** Splits a rule into rules of one verb, one group and one resource each, as the escalation check compares them. */
export function breakdown(rule: PolicyRule): PolicyRule[] {
  const parts: PolicyRule[] = [];
  for (const verb of rule.verbs ?? []) {
    for (const url of rule.nonResourceURLs ?? []) {
      parts.push({ verbs: [verb], nonResourceURLs: [url] });
    }
    for (const group of rule.apiGroups ?? []) {
      for (const resource of rule.resources ?? []) {
        const names = rule.resourceNames?.length
          ? rule.resourceNames
          : [undefined];
        for (const name of names) {
          parts.push({
            verbs: [verb],
            apiGroups: [group],
            resources: [resource],
            ...(name === undefined ? {} : { resourceNames: [name] }),
          });
        }
      }
    }
  }
  return parts;
}

/** Whether a rule grants all of a part that {@link breakdown} made. */
export function ruleCovers(rule: PolicyRule, part: PolicyRule): boolean {
  const [verb] = part.verbs;
  if (!has(rule.verbs, verb)) return false;
  if (part.nonResourceURLs) {
    return (rule.nonResourceURLs ?? []).some(pattern =>
      coversPath(pattern, part.nonResourceURLs![0]),
    );
  }
  const [resource, subresource] = part.resources![0].split('/');
  return (
    has(rule.apiGroups, part.apiGroups![0]) &&
    coversResource(rule.resources ?? [], resource, subresource) &&
    (!rule.resourceNames?.length ||
      (part.resourceNames !== undefined &&
        rule.resourceNames.includes(part.resourceNames[0])))
  );
}
