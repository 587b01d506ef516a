import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_ADOPTED,
  Finding,
  LABEL_DOMAIN,
  TYPE_DOMAIN,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { findBelonging, ownOrAdminister, specRef } from '../belonging';
import {
  ClusterStep,
  OperationDefinition,
  PlanContext,
  refusedPlan,
  UnregisterStep,
} from '../definition';
import { errorAt } from '../findings';
import { requireRef } from '../requestRef';
import { mayRegister } from '../requirements';
import { domainHomes } from './domainHome';

const input = z.strictObject({
  /** Name of the domain, typed by the person. */
  confirm: z.string({ error: "Type the domain's name to confirm." }).max(63),
  /** Delete although jobs run in it. */
  cancelRunning: z.boolean().default(false),
});

/** Deletes a domain's namespaces, as its owner, with all that is in them; then unregisters it and what belongs to it. */
export const domainDecommission: OperationDefinition<z.infer<typeof input>> = {
  id: 'domain:decommission',
  title: 'Decommission data domain',
  requires: [mayRegister],
  destructive: true,
  input,
  async plan({ confirm, cancelRunning }, context) {
    const ref = requireRef(context.request);
    const title = `Decommission ${refTitle(ref)}`;
    const domain = await findBelonging(
      ref,
      {
        kind: 'domain',
        type: TYPE_DOMAIN,
        field: 'entityRef',
        noun: 'data domain',
      },
      context,
    );
    if (!domain.found) return refusedPlan(title, domain.findings);
    const { entity, entityRef } = domain.found;
    const findings: Finding[] = [];
    if (confirm !== entity.metadata.name) {
      findings.push(
        errorAt(
          'confirm',
          `To delete ${entityRef} with everything in it, type its name.`,
          `Type ${entity.metadata.name}.`,
        ),
      );
    }
    const adopted =
      entity.metadata.annotations?.[ANNOTATION_ADOPTED] === 'true';
    findings.push(
      ...(adopted
        ? await keptFindings(entityRef, context)
        : runningFindings(entityRef, cancelRunning, context)),
    );
    const registered = await registeredParts(entityRef, context);
    return {
      title,
      entityRef,
      subject: `domain:${entity.metadata.name}`,
      findings,
      requirements: ownOrAdminister(domain.found, context, 'decommission'),
      steps: [
        ...(adopted ? [] : await namespaceSteps(entityRef, context)),
        ...registered.map(unregisterStep),
      ],
    };
  },
};

/** Namespaces that were there before the portal are not its to delete. */
async function keptFindings(
  domainRef: string,
  context: PlanContext,
): Promise<Finding[]> {
  const homes = await domainHomes(domainRef, context.services);
  return homes.flatMap(({ source, namespaces }) =>
    namespaces.map(name => ({
      level: 'warning' as const,
      message: `Namespace ${name} on cluster ${source} was there before the portal and stays, with all that is in it.`,
      remedy: `For it to belong to no domain, a cluster admin runs: kubectl label namespace ${name} ${LABEL_DOMAIN}-`,
    })),
  );
}

function runningFindings(
  domainRef: string,
  cancelRunning: boolean,
  { services }: PlanContext,
): Finding[] {
  const running = services.index
    .select({ domainRef }, () => true)
    .filter(({ row }) => row.nature === 'run' && !row.assessment.outcome);
  if (running.length === 0) return [];
  const some = running
    .slice(0, 3)
    .map(({ row }) => row.name)
    .join(', ');
  const message = `${running.length} ${
    running.length === 1 ? 'job runs' : 'jobs run'
  } in ${domainRef}: ${some}${running.length > 3 ? ', ...' : ''}.`;
  return cancelRunning
    ? [{ level: 'warning', message: `${message} They will be stopped.` }]
    : [
        errorAt(
          'cancelRunning',
          message,
          'Wait for them, or confirm that they are to be stopped.',
        ),
      ];
}

async function namespaceSteps(
  domainRef: string,
  context: PlanContext,
): Promise<ClusterStep[]> {
  const homes = await domainHomes(domainRef, context.services);
  const places = homes.flatMap(({ source, namespaces }) =>
    namespaces.map(name => ({ source, name })),
  );
  const steps = await Promise.all(
    places.map(place => namespaceStep(place, context)),
  );
  return steps.flatMap(step => step ?? []);
}

/** By uid, so that a namespace made anew under the name is never deleted by a late retry. */
async function namespaceStep(
  { source, name }: { source: string; name: string },
  { writerFor, signal }: PlanContext,
): Promise<ClusterStep | undefined> {
  const target = { apiVersion: 'v1', kind: 'Namespace', name };
  const present = await writerFor(source)
    .read(target, { identity: 'user', signal })
    // The dry run that follows tells what is wrong.
    .catch(() => 'unknown' as const);
  if (!present) return undefined;
  return {
    id: `namespace/${source}/${name}`,
    verb: 'delete',
    title: `Delete Namespace ${name} on cluster ${source}, with all that is in it`,
    source,
    identity: 'user',
    target: {
      ...target,
      plural: 'namespaces',
      ...(present !== 'unknown' && { uid: present.metadata.uid }),
    },
  };
}

/** What was registered here and belongs to the domain: jobs and ports first, then products, then the domain. */
async function registeredParts(
  domainRef: string,
  { services }: PlanContext,
): Promise<Entity[]> {
  const all = await services.entities.all();
  const products = all.filter(
    entity =>
      entity.kind === 'System' &&
      specRef(entity, 'domain', 'domain') === domainRef,
  );
  const productRefs = new Set(
    products.map(entity => stringifyEntityRef(entity)),
  );
  const parts = all.filter(entity =>
    productRefs.has(specRef(entity, 'system', 'system') ?? ''),
  );
  const self = all.filter(entity => stringifyEntityRef(entity) === domainRef);
  return [...parts, ...products, ...self];
}

function unregisterStep(entity: Entity): UnregisterStep {
  const entityRef = stringifyEntityRef(entity);
  return {
    id: `unregister/${entityRef}`,
    verb: 'unregister',
    title: `Unregister ${entity.kind} ${refTitle(entityRef)}`,
    entityRef,
  };
}
