import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { Belonging, ownOrAdminister } from '../belonging';
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
import { bindingName, roleBinding, Subject } from './roleBinding';

const RBAC = 'rbac.authorization.k8s.io/v1';

/**
 * Takes a role in a domain from a group, as the domain's owner. A binding that others share is replaced by one without
 * the group before it is deleted: owners may make and delete bindings, not change them, and nobody loses a role between.
 */
export const domainRemoveMember: OperationDefinition<MemberInput> = {
  id: 'domain:remove-member',
  title: 'Remove member',
  requires: [mayRegister],
  destructive: true,
  input: memberInput,
  async plan(values, context) {
    const { role, group } = values;
    const target = await domainTarget(context);
    const title = `Take the role ${role} in ${context.request.entityRef} from ${group}`;
    if ('findings' in target) return refusedPlan(title, target.findings);
    const { domain, places } = target;
    const requirements = ownOrAdminister(
      domain,
      context,
      'change the members of',
    );
    const kept = keeps(values, domain);
    if (kept) return { ...refusedPlan(title, [kept]), requirements };
    await context.authorise(requirements);
    const steps = (
      await Promise.all(places.map(place => stepsAt(place, values, context)))
    ).flat();
    return {
      title,
      entityRef: domain.entityRef,
      subject: `members:${domain.entityRef}`,
      findings:
        steps.length > 0
          ? []
          : [
              errorAt(
                'group',
                `${group} is no ${role} of ${domain.entityRef}.`,
              ),
            ],
      requirements,
      steps,
    };
  },
};

/** The group that the catalog names as owner stays: a domain without an owner could be changed by nobody. */
function keeps(
  { role, group }: MemberInput,
  { entityRef, ownerRef }: Belonging,
): Finding | undefined {
  return role === 'owner' && group === ownerRef
    ? errorAt(
        'group',
        `${group} owns ${entityRef} in the catalog.`,
        'Give the domain another owner first.',
      )
    : undefined;
}

async function stepsAt(
  place: DomainPlace,
  values: MemberInput,
  context: PlanContext,
): Promise<ClusterStep[]> {
  const { source, namespace } = place;
  const prefix = context.services.clusters.get(source).impersonationPrefix;
  const name = `${prefix}${values.group}`;
  const shown = context.services.domains
    .labelled()
    .filter(each => each.source === source && each.namespace === namespace)
    .flatMap(({ bindings }) => bindings)
    .filter(
      ({ role, groups }) => role === values.role && groups.includes(name),
    );
  const live = await Promise.all(
    shown.map(binding =>
      context.writerFor(source).read(
        {
          apiVersion: RBAC,
          kind: 'RoleBinding',
          namespace,
          name: binding.name,
        },
        { identity: 'user', signal: context.signal },
      ),
    ),
  );
  return live.flatMap(binding =>
    binding ? without(binding, name, place, values, context) : [],
  );
}

function without(
  binding: KubernetesObject,
  group: string,
  { source, namespace }: DomainPlace,
  { role }: MemberInput,
  { operationId }: PlanContext,
): ClusterStep[] {
  const { subjects = [] } = binding as { subjects?: Subject[] };
  const rest = subjects.filter(
    ({ kind, name }) => !(kind === 'Group' && name === group),
  );
  if (rest.length === subjects.length) return [];
  const { name, uid } = binding.metadata;
  const where = `in namespace ${namespace} on cluster ${source}`;
  const deletion: ClusterStep = {
    id: `delete/${source}/${namespace}/${name}`,
    verb: 'delete',
    title: `Delete RoleBinding ${name} ${where}`,
    source,
    target: {
      apiVersion: RBAC,
      kind: 'RoleBinding',
      plural: 'rolebindings',
      namespace,
      name,
      uid,
    },
  };
  if (rest.length === 0) return [deletion];
  return [
    {
      id: `keep/${source}/${namespace}/${name}`,
      verb: 'create',
      title: `Bind the others of RoleBinding ${name} ${where}`,
      source,
      object: roleBinding({
        name: bindingName(role, `${name}/${operationId}`),
        namespace,
        role,
        subjects: rest,
      }),
    },
    deletion,
  ];
}
