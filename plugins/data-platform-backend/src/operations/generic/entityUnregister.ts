import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_ADOPTED,
  ANNOTATION_OBJECT,
  Finding,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { ownerOf, ownOrAdminister, specRef } from '../belonging';
import { fullRef } from '../CatalogReader';
import {
  ClusterStep,
  OperationDefinition,
  PlanContext,
  PlannedStep,
  refusedPlan,
} from '../definition';
import { errorAt } from '../findings';
import { requireRef } from '../requestRef';
import { mayRegister } from '../requirements';
import { domainHomes } from '../domain/domainHome';

const input = z.strictObject({});

/** Takes a product or a job out of the catalog, and away what its registration made. Runs are left to finish. */
export const entityUnregister: OperationDefinition<z.infer<typeof input>> = {
  id: 'entity:unregister',
  title: 'Unregister',
  requires: [mayRegister],
  destructive: true,
  input,
  async plan(_input, context) {
    const ref = requireRef(context.request);
    const entityRef = fullRef(ref, 'component') ?? ref;
    const title = `Unregister ${refTitle(entityRef)}`;
    const entity = await context.services.entities.get(entityRef);
    if (!entity) {
      return refusedPlan(title, [await notOurs(entityRef, context)]);
    }
    if (standsForObject(entity)) {
      return refusedPlan(title, [
        errorAt(
          'entityRef',
          `${entityRef} stands for a live object, and is in the catalog as long as that is on its cluster.`,
          'Delete the object from its page.',
        ),
      ]);
    }
    const parts = await partsOf(entityRef, context);
    return {
      title,
      entityRef,
      subject: entityRef,
      findings: await check(entity, entityRef, parts, context),
      requirements: ownOrAdminister(
        { entityRef, ownerRef: ownerOf(entity) },
        context,
        'unregister',
      ),
      steps: [
        ...(adopted(entity) ? [] : scheduleSteps(entityRef, context)),
        ...parts.filter(isPort).map(unregisterStep),
        unregisterStep(entity),
      ],
    };
  },
};

async function notOurs(
  entityRef: string,
  { services }: PlanContext,
): Promise<Finding> {
  const location = await services.catalog.foreignLocation(entityRef);
  return location
    ? errorAt(
        'entityRef',
        `${entityRef} was not registered here; it comes from ${location}.`,
        'Remove it there.',
      )
    : errorAt('entityRef', `${entityRef} is not registered.`);
}

async function partsOf(
  entityRef: string,
  { services }: PlanContext,
): Promise<Entity[]> {
  const all = await services.entities.all();
  return all.filter(
    entity =>
      // A live object is no part that could be unregistered.
      !standsForObject(entity) &&
      (specRef(entity, 'system', 'system') === entityRef ||
        (entity.kind === 'System' &&
          specRef(entity, 'domain', 'domain') === entityRef)),
  );
}

async function check(
  entity: Entity,
  entityRef: string,
  parts: readonly Entity[],
  context: PlanContext,
): Promise<Finding[]> {
  const inTheWay = parts.filter(part => !isPort(part)).map(stringifyEntityRef);
  if (inTheWay.length > 0) {
    return [
      errorAt(
        'entityRef',
        `${entityRef} still has parts: ${inTheWay.slice(0, 5).join(', ')}.`,
        'Unregister them first.',
      ),
    ];
  }
  const homes =
    entityRef.startsWith('domain:') && !adopted(entity)
      ? await domainHomes(entityRef, context.services)
      : [];
  if (homes.length > 0) {
    return [
      errorAt(
        'entityRef',
        `${entityRef} lives in namespace ${homes[0].namespaces[0]} on cluster ${homes[0].source}.`,
        'Use domain:decommission, which deletes the namespace as well.',
      ),
    ];
  }
  const kept = adopted(entity)
    ? claimed(entityRef, context).filter(({ row }) => row.nature === 'schedule')
    : [];
  const stays: Finding[] = kept.map(({ row }) => ({
    level: 'info',
    message: `Schedule ${row.name} on cluster ${row.source} was there before the portal and stays as it is.`,
  }));
  const running = claimed(entityRef, context).filter(
    ({ row }) => row.nature === 'run' && !row.assessment.outcome,
  );
  if (running.length === 0) return stays;
  return [
    ...stays,
    {
      level: 'info',
      message: `${running.length} ${
        running.length === 1 ? 'run is' : 'runs are'
      } still going and will be left to finish.`,
    },
  ];
}

/** Its schedule would go on making runs that belong to nothing. */
function scheduleSteps(entityRef: string, context: PlanContext): ClusterStep[] {
  return claimed(entityRef, context)
    .filter(({ row }) => row.nature === 'schedule')
    .map(({ row, definition }) => ({
      id: `schedule/${row.uid}`,
      verb: 'delete',
      title: `Delete ${row.kind} ${row.name} on cluster ${row.source}`,
      source: row.source,
      target: {
        apiVersion: row.apiVersion,
        kind: row.kind,
        plural: definition.match.plural,
        namespace: row.namespace,
        name: row.name,
        uid: row.uid,
      },
    }));
}

function claimed(entityRef: string, { services }: PlanContext) {
  return services.index.select({ entityRef }, () => true);
}

/** What was adopted is not ours to delete. */
function adopted({ metadata }: Entity): boolean {
  return metadata.annotations?.[ANNOTATION_ADOPTED] === 'true';
}

function standsForObject({ metadata }: Entity): boolean {
  return metadata.annotations?.[ANNOTATION_OBJECT] !== undefined;
}

function isPort(entity: Entity): boolean {
  return entity.kind === 'API';
}

function unregisterStep(entity: Entity): PlannedStep {
  const entityRef = stringifyEntityRef(entity);
  return {
    id: `unregister/${entityRef}`,
    verb: 'unregister',
    title: `Unregister ${entity.kind} ${refTitle(entityRef)}`,
    entityRef,
  };
}
