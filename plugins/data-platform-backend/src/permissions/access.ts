import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { VisibilityFilter } from './platformResourceRef';
import { hasNature, inDomain, isOwner } from './rules';

/** What a policy decision means for rows. */
export interface Access {
  readonly allows: VisibilityFilter;
  /** Equal for two viewers exactly when they were given the same conditions. */
  readonly key: string;
  /** The policy said no to everything. */
  readonly denied: boolean;
}

const EVERYTHING: Access = { allows: () => true, key: 'all', denied: false };
const NOTHING: Access = { allows: () => false, key: 'none', denied: true };

const toCriteria = createConditionTransformer<
  VisibilityFilter,
  [typeof isOwner, typeof inDomain, typeof hasNature]
>([isOwner, inDomain, hasNature]);

/**
 * Turns a policy decision into a filter.
 * @throws InputError where the policy used a rule that does not exist or params that do not fit: never an open door
 */
export function toAccess(decision: PolicyDecision): Access {
  switch (decision.result) {
    case AuthorizeResult.ALLOW:
      return EVERYTHING;
    case AuthorizeResult.CONDITIONAL:
      return {
        allows: compile(toCriteria(decision.conditions)),
        key: canonical(decision.conditions),
        denied: false,
      };
    default:
      return NOTHING;
  }
}

function compile(
  criteria: PermissionCriteria<VisibilityFilter>,
): VisibilityFilter {
  if (isAndCriteria(criteria)) {
    const all = criteria.allOf.map(compile);
    return row => all.every(filter => filter(row));
  }
  if (isOrCriteria(criteria)) {
    const any = criteria.anyOf.map(compile);
    return row => any.some(filter => filter(row));
  }
  if (isNotCriteria(criteria)) {
    const inner = compile(criteria.not);
    return row => !inner(row);
  }
  return criteria;
}

/** JSON with the claims in order, so that two members of the same groups share one stream group. */
function canonical(criteria: PermissionCriteria<PermissionCondition>): string {
  return JSON.stringify(criteria, (_key, value) =>
    Array.isArray(value) && value.every(item => typeof item === 'string')
      ? [...value].sort()
      : value,
  );
}
