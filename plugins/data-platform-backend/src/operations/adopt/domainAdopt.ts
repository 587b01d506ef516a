import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ADOPTED,
  ANNOTATION_NAMESPACES,
  ANNOTATION_SOURCE,
  Finding,
  LABEL_DOMAIN,
  TYPE_DOMAIN,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { OperationDefinition, PlanContext } from '../definition';
import { groupRef } from '../domain/domainCreateInput';
import { nameProblem } from '../domain/domainName';
import { catalogUnread, errorAt, takenRef } from '../findings';
import { mayCreateDomains, mustAdminister } from '../requirements';

const input = z.strictObject({
  source: z.string({ error: 'Choose a cluster.' }).min(1).max(253),
  namespace: z.string({ error: 'Choose a namespace.' }).min(1).max(63),
  name: z.string({ error: 'Give the domain a name.' }).min(1).max(63),
  title: z.string().trim().min(1).max(80).optional(),
  description: z.string().trim().max(500).optional(),
  owner: groupRef,
});

type Input = z.infer<typeof input>;

/**
 * Registers a Domain for a namespace that exists and that a cluster admin has labelled for it. Nothing is written to the
 * cluster: quota, roles and policies stay as they are, and what differs from the template is shown.
 */
export const domainAdopt: OperationDefinition<Input> = {
  id: 'domain:adopt',
  title: 'Adopt namespace as data domain',
  requires: [mayCreateDomains],
  input,
  async plan(values, context) {
    const { name, namespace, source, owner } = values;
    const entityRef = `domain:default/${name}`;
    const namespaces = labelledFor(entityRef, source, context);
    return {
      title: `Adopt namespace ${namespace} on cluster ${source} as data domain ${name}`,
      entityRef,
      subject: `domain:${name}`,
      findings: await check(values, entityRef, namespaces, context),
      requirements: context.actor.groups.includes(owner)
        ? []
        : [mustAdminister(`adopt a domain that ${owner} owns`)],
      steps: [
        {
          id: 'register',
          verb: 'register',
          title: `Register Domain ${name} in the catalog`,
          entity: toEntity(values, namespaces),
        },
      ],
      output: { name, source, namespace },
    };
  },
};

/** Namespaces of a cluster that carry the label of this domain. */
function labelledFor(
  domainRef: string,
  source: string,
  { services }: PlanContext,
): string[] {
  const placed = services.domains
    .placements(domainRef)
    .find(each => each.source === source);
  return [...(placed?.namespaces ?? [])];
}

async function check(
  values: Input,
  entityRef: string,
  namespaces: readonly string[],
  context: PlanContext,
): Promise<Finding[]> {
  const { services, credentials } = context;
  const findings = catalogUnread(context);
  const problem = nameProblem(values.name);
  if (problem) findings.push(errorAt('name', problem));
  else findings.push(...(await takenRef(entityRef, context)));
  if (!services.clusters.find(values.source)) {
    findings.push(
      errorAt(
        'source',
        `There is no cluster "${values.source}".`,
        `Choose one of: ${services.clusters.names().join(', ') || 'none'}.`,
      ),
    );
  } else if (!namespaces.includes(values.namespace)) {
    findings.push(unlabelled(values, context));
  }
  const others = namespaces.filter(each => each !== values.namespace);
  if (others.length > 0) {
    findings.push({
      level: 'info',
      message: `The label also gives it ${others.join(', ')} on cluster ${
        values.source
      }.`,
    });
  }
  for (const ref of await services.catalog.missing(
    [values.owner],
    credentials,
  )) {
    findings.push(
      errorAt(
        'owner',
        `${ref} is not in the catalog.`,
        'Choose an existing group.',
      ),
    );
  }
  return findings;
}

/** The label is the word of a cluster admin, whom an admission policy lets set it alone: without it nothing is adopted. */
function unlabelled(
  { source, namespace, name }: Input,
  { services }: PlanContext,
): Finding {
  const other = services.domains.ofNamespace(source, namespace);
  return errorAt(
    'namespace',
    other
      ? `Namespace ${namespace} on cluster ${source} is labelled for ${other}.`
      : `Namespace ${namespace} on cluster ${source} does not carry the label ${LABEL_DOMAIN}=default.${name}, or the portal may not see it.`,
    other
      ? `Name the domain ${other.replace(
          /^.*\//,
          '',
        )}, or ask a cluster admin to change the label.`
      : `A cluster admin runs: kubectl label namespace ${namespace} ${LABEL_DOMAIN}=default.${name}`,
  );
}

function toEntity(values: Input, namespaces: readonly string[]): Entity {
  const { name, title, description, owner, source } = values;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: {
      name,
      namespace: 'default',
      ...(title && { title }),
      ...(description && { description }),
      annotations: {
        [ANNOTATION_SOURCE]: source,
        [ANNOTATION_NAMESPACES]: namespaces.join(','),
        [ANNOTATION_ADOPTED]: 'true',
      },
    },
    spec: { owner, type: TYPE_DOMAIN },
  };
}
