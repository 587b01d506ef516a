import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { impersonate } from '../../clusters/impersonate';
import { ownOrAdminister } from '../belonging';
import {
  ClusterStep,
  OperationDefinition,
  PlanContext,
  refusedPlan,
} from '../definition';
import { errorAt } from '../findings';
import { mayRegister } from '../requirements';
import { DomainPlace, domainTarget } from './domainTarget';
import { MemberInput, memberInput } from './memberInput';
import { bindingName, groupSubject, roleBinding } from './roleBinding';

/** Gives a group a role in a domain, as its owner: a binding of its own in each of the domain's namespaces. */
export const domainAddMember: OperationDefinition<MemberInput> = {
  id: 'domain:add-member',
  title: 'Add member',
  requires: [mayRegister],
  input: memberInput,
  async plan(values, context) {
    const { role, group } = values;
    const target = await domainTarget(context);
    const title = `Make ${group} ${role} of ${context.request.entityRef}`;
    if ('findings' in target) return refusedPlan(title, target.findings);
    const { domain, places } = target;
    const open = places.filter(place => !holds(place, values, context));
    return {
      title,
      entityRef: domain.entityRef,
      subject: `members:${domain.entityRef}`,
      findings: [
        ...(await groupFindings(values, context)),
        ...(open.length === 0
          ? [
              errorAt(
                'group',
                `${group} is ${role} of ${domain.entityRef} already.`,
              ),
            ]
          : []),
      ],
      requirements: ownOrAdminister(domain, context, 'change the members of'),
      steps: open.map(place => step(place, values, context)),
    };
  },
};

function step(
  { source, namespace }: DomainPlace,
  { role, group }: MemberInput,
  { services }: PlanContext,
): ClusterStep {
  const prefix = services.clusters.get(source).impersonationPrefix;
  return {
    id: `binding/${source}/${namespace}`,
    verb: 'create',
    title: `Bind ${group} to the role ${role} in namespace ${namespace} on cluster ${source}`,
    source,
    object: roleBinding({
      name: bindingName(role, group),
      namespace,
      role,
      subjects: [groupSubject(prefix, group)],
    }),
  };
}

/** Whether the group holds the role there, as the index has it. */
function holds(
  { source, namespace }: DomainPlace,
  { role, group }: MemberInput,
  { services }: PlanContext,
): boolean {
  const prefix = services.clusters.get(source).impersonationPrefix;
  return services.domains
    .labelled()
    .filter(each => each.source === source && each.namespace === namespace)
    .flatMap(({ bindings }) => bindings)
    .some(
      binding =>
        binding.role === role && binding.groups.includes(`${prefix}${group}`),
    );
}

async function groupFindings(
  { group }: MemberInput,
  { actor, credentials, services }: PlanContext,
): Promise<Finding[]> {
  const missing = await services.catalog.missing([group], credentials);
  if (missing.length > 0) {
    return [
      errorAt(
        'group',
        `${group} is not in the catalog.`,
        'Choose an existing group.',
      ),
    ];
  }
  try {
    // A group that no one could act as can never use the role.
    impersonate(actor.userRef, [group]);
    return [];
  } catch (error) {
    return [errorAt('group', (error as Error).message)];
  }
}
