import { timestamp } from '../../clock/timestamps';
import { invalidValue } from '../../errors/FieldError';
import { badRequest, invalid, notFound } from '../../errors/status';
import { isObject } from '../../json/isObject';
import { Attributes } from '../../rbac/Attributes';
import { Authorizer } from '../../rbac/Authorizer';
import { PolicyRule } from '../../rbac/PolicyRule';
import { Clock, Principal } from '../../types';
import { Exchange } from '../Exchange';
import { parseAnyBody, readBody } from '../requestBody';

/** The reviews that `kubectl auth can-i`, `whoami` and the product ask for. They are answered, never stored. */
export const REVIEWS = [
  {
    group: 'authorization.k8s.io',
    plural: 'selfsubjectaccessreviews',
    kind: 'SelfSubjectAccessReview',
  },
  {
    group: 'authorization.k8s.io',
    plural: 'selfsubjectrulesreviews',
    kind: 'SelfSubjectRulesReview',
  },
  {
    group: 'authorization.k8s.io',
    plural: 'subjectaccessreviews',
    kind: 'SubjectAccessReview',
  },
  {
    group: 'authentication.k8s.io',
    plural: 'selfsubjectreviews',
    kind: 'SelfSubjectReview',
  },
] as const;

export function reviewKind(group: string, plural: string): string | undefined {
  return REVIEWS.find(
    review => review.group === group && review.plural === plural,
  )?.kind;
}

export async function handleReview(
  exchange: Exchange,
  kind: string,
  authorizer: Authorizer,
  clock: Clock,
): Promise<void> {
  const { principal } = exchange;
  const { request } = exchange;
  const parsed = parseAnyBody(request, await readBody(request));
  const spec = isObject(parsed) && isObject(parsed.spec) ? parsed.spec : {};
  const answer = (apiVersion: string, rest: object) =>
    exchange.json(201, { kind, apiVersion, metadata: {}, ...rest });
  switch (kind) {
    case 'SelfSubjectReview':
      answer('authentication.k8s.io/v1', {
        metadata: { creationTimestamp: timestamp(clock.now()) },
        status: {
          userInfo: { username: principal.user, groups: principal.groups },
        },
      });
      return;
    case 'SelfSubjectRulesReview':
      if (!spec.namespace) throw badRequest('no namespace on request');
      answer('authorization.k8s.io/v1', {
        spec: {},
        status: rulesStatus(authorizer.rulesFor(principal, spec.namespace)),
      });
      return;
    case 'SelfSubjectAccessReview':
    case 'SubjectAccessReview': {
      const who: Principal =
        kind === 'SubjectAccessReview'
          ? { user: spec.user ?? '', groups: spec.groups ?? [] }
          : principal;
      answer('authorization.k8s.io/v1', {
        spec,
        status: authorizer.authorize(who, askedFor(spec)),
      });
      return;
    }
    default:
      throw notFound({ group: '', kind });
  }
}

function askedFor(spec: Record<string, any>): Attributes {
  const { resourceAttributes, nonResourceAttributes } = spec;
  if (Boolean(resourceAttributes) === Boolean(nonResourceAttributes)) {
    throw invalid({ group: 'authorization.k8s.io', kind: '', name: '' }, [
      invalidValue(
        'spec.resourceAttributes',
        resourceAttributes ?? null,
        'exactly one of nonResourceAttributes or resourceAttributes must be specified',
      ),
    ]);
  }
  if (nonResourceAttributes) {
    const { path = '', verb = '' } = nonResourceAttributes;
    return { path, verb };
  }
  const {
    verb = '',
    group = '',
    resource = '',
    subresource,
  } = resourceAttributes;
  return {
    verb,
    group,
    resource,
    subresource: subresource || undefined,
    name: resourceAttributes.name || undefined,
    namespace: resourceAttributes.namespace || undefined,
  };
}

function rulesStatus(rules: readonly PolicyRule[]) {
  return {
    resourceRules: rules
      .filter(rule => rule.resources)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs,
        apiGroups,
        resources,
        ...(resourceNames?.length ? { resourceNames } : {}),
      })),
    nonResourceRules: rules
      .filter(rule => rule.nonResourceURLs)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
    incomplete: false,
  };
}
