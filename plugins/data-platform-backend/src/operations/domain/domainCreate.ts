import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_NAMESPACES,
  ANNOTATION_SOURCE,
  Finding,
  TYPE_DOMAIN,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { impersonate } from '../../clusters/impersonate';
import { ClusterStep, OperationDefinition, PlanContext } from '../definition';
import { takenRef } from '../findings';
import { findPreset, QUOTA_PRESETS } from '../presets';
import { mayCreateDomains, mustAdminister } from '../requirements';
import { DomainCreateInput, domainCreateInput } from './domainCreateInput';
import { nameProblem } from './domainName';
import { domainObjects, DomainRole } from './domainObjects';
import { missingRoles } from './missingRoles';

/**
 * Makes a data domain: a namespace with guardrails and roles, and its Domain in the catalog. An existing namespace is
 * never taken over.
 */
export const domainCreate: OperationDefinition<DomainCreateInput> = {
  id: 'domain:create',
  title: 'Create data domain',
  requires: [mayCreateDomains],
  input: domainCreateInput,
  async plan(input, context) {
    const { settings, clusters } = context.services;
    const title = `Create data domain ${input.name}`;
    const entityRef = `domain:default/${input.name}`;
    const roles = rolesOf(input);
    const findings = await check(input, roles, entityRef, context);
    const owns = context.actor.groups.includes(input.owner);
    const requirements = owns
      ? []
      : [mustAdminister(`create a domain that ${input.owner} owns`)];
    const preset = findPreset(input.quotaPreset);
    const cluster = clusters.find(input.cluster);
    if (!preset || !cluster) {
      return { title, steps: [], findings, requirements };
    }
    const objects = domainObjects({
      name: input.name,
      preset,
      roles,
      groupPrefix: cluster.impersonationPrefix,
      egressPorts: settings.egressPorts,
      notebookGateways: settings.notebookGateways,
    });
    if (cluster.canBootstrap) {
      findings.push(...(await missingRoles(objects, input.cluster, context)));
    }
    return {
      title,
      entityRef,
      subject: `domain:${input.name}`,
      findings,
      requirements,
      steps: [
        ...objects.map(object => createStep(object, input.cluster)),
        {
          id: 'register',
          verb: 'register',
          title: `Register Domain ${input.name} in the catalog`,
          entity: toEntity(input),
        },
      ],
      output: {
        name: input.name,
        source: input.cluster,
        namespace: input.name,
      },
    };
  },
};

function rolesOf(
  input: DomainCreateInput,
): Record<DomainRole, readonly string[]> {
  const { owners = [], members = [], viewers = [] } = input.roles;
  const owner = [...new Set([input.owner, ...owners])];
  const member = members.filter(ref => !owner.includes(ref));
  const viewer = viewers.filter(
    ref => !owner.includes(ref) && !member.includes(ref),
  );
  return {
    owner,
    member: [...new Set(member)],
    viewer: [...new Set(viewer)],
  };
}

function createStep(object: KubernetesManifest, source: string): ClusterStep {
  const { kind, metadata } = object;
  return {
    id: `${kind.toLowerCase()}/${metadata.name}`,
    verb: 'create',
    title: `Create ${kind} ${metadata.name} on cluster ${source}`,
    source,
    identity: 'bootstrap',
    object,
  };
}

function toEntity(input: DomainCreateInput): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: {
      name: input.name,
      namespace: 'default',
      ...(input.title && { title: input.title }),
      ...(input.description && { description: input.description }),
      annotations: {
        [ANNOTATION_SOURCE]: input.cluster,
        [ANNOTATION_NAMESPACES]: input.name,
      },
    },
    spec: { owner: input.owner, type: TYPE_DOMAIN },
  };
}

async function check(
  input: DomainCreateInput,
  roles: Record<DomainRole, readonly string[]>,
  entityRef: string,
  context: PlanContext,
): Promise<Finding[]> {
  const { services, credentials } = context;
  const findings: Finding[] = [];
  const error = (field: string, message: string, remedy?: string) =>
    findings.push({
      level: 'error',
      field,
      message,
      ...(remedy && { remedy }),
    });

  const problem = nameProblem(input.name, services.settings.reservedNamespaces);
  if (problem) error('name', problem);
  else findings.push(...(await takenRef(entityRef, context)));
  if (!findPreset(input.quotaPreset)) {
    const ids = QUOTA_PRESETS.map(({ id }) => id).join(', ');
    error(
      'quotaPreset',
      `There is no size "${input.quotaPreset}".`,
      `Choose one of: ${ids}.`,
    );
  }
  const cluster = services.clusters.find(input.cluster);
  if (!cluster) {
    const names = services.clusters.names().join(', ') || 'none';
    error(
      'cluster',
      `There is no cluster "${input.cluster}".`,
      `Choose one of: ${names}.`,
    );
  } else if (!cluster.canBootstrap) {
    error(
      'cluster',
      `No domain can be made on cluster ${cluster.name}: no bootstrap identity is configured for it.`,
      'Ask the platform team to configure one (dataPlatform.kubernetes.clusters, examples/rbac).',
    );
  }
  const groups = Object.values(roles).flat();
  for (const ref of await services.catalog.missing(groups, credentials)) {
    error(
      ref === input.owner ? 'owner' : 'roles',
      `${ref} is not in the catalog.`,
      'Choose an existing group.',
    );
  }
  const unsendable = impersonationProblem(groups, context);
  if (unsendable) error('roles', unsendable);
  return findings;
}

/** A group that no one could act as can never use the role that it would be given. */
function impersonationProblem(
  groups: readonly string[],
  { actor }: PlanContext,
): string | undefined {
  try {
    impersonate(actor.userRef, groups);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
