import { NotFoundError } from '@backstage/errors';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  DataPlatformIntegration,
  KubernetesObject,
  PlannedWrite,
} from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { IndexedResource } from '../../store/types';
import { OperationDefinition, PlanContext, refusedPlan } from '../definition';
import { mayOperate, maySee } from '../requirements';
import { onSameBranch } from '../jobs/branch/onSameBranch';
import { operationEvidence } from './operationEvidence';

const input = z.record(z.string(), z.unknown());

/** The operations that integrations bring for live objects, one definition an id. They act on `resourceId`. */
export function resourceOperations(
  integrations: readonly DataPlatformIntegration[],
): OperationDefinition[] {
  const byId = new Map<string, { title: string; destructive?: boolean }>();
  for (const { resources } of integrations) {
    for (const { operations = [] } of resources) {
      for (const operation of operations) byId.set(operation.id, operation);
    }
  }
  return [...byId].map(([id, { title, destructive }]) =>
    toDefinition(id, title, destructive),
  );
}

function toDefinition(
  id: string,
  title: string,
  destructive: boolean | undefined,
): OperationDefinition<Record<string, unknown>> {
  return {
    id,
    title,
    destructive,
    requires: [],
    input,
    async plan(values, context) {
      const { services, request, actor, operationId, now } = context;
      const resource = services.index.get(request.resourceId ?? '');
      const absent = `${title}: there is no live object "${
        request.resourceId ?? ''
      }" any more. Reload the page.`;
      if (!resource) throw new NotFoundError(absent);
      const { row, object, definition } = resource;
      const operation = definition.operations?.find(each => each.id === id);
      const name = `${row.kind} ${row.namespace ?? ''}/${row.name}`;
      const { ownerRef, domainOwnerRef, domainRef, nature } = row;
      const on = { ownerRef, domainOwnerRef, domainRef, nature };
      const requirements = [
        maySee(on, absent),
        mayOperate(on, `${title.toLowerCase()} ${name}`),
      ];
      const evidence = operationEvidence(resource, services.index);
      const available = operation
        ? operation.availability(object, { now, ...evidence })
        : `${row.kind} has no such operation.`;
      if (!operation || available !== true) {
        return {
          ...refusedPlan(`${title} ${name}`, [
            { level: 'error', message: String(available) },
          ]),
          requirements,
        };
      }
      if (operation.readsLive) await context.authorise(requirements);
      const subject = operation.readsLive
        ? await readLive(resource, context)
        : object;
      const given = {
        ...evidence,
        values,
        actor: actor.userRef,
        operationId,
        now,
      };
      const writes: readonly PlannedWrite[] = operation.plan(subject, given);
      const again = await onSameBranch(row, writes, context);
      return {
        title: `${title} ${name}`,
        entityRef: row.entityRef,
        subject: `${row.source}:${row.uid}`,
        findings: [
          ...(operation.findings?.(subject, given) ?? []),
          ...waitsForOperator(writes, services.index.context(row.id)),
          ...(again?.findings ?? []),
        ],
        requirements: [...requirements, ...(again?.requirements ?? [])],
        steps: writes.map(write => ({
          ...write,
          // An integration acts as the person, on the cluster of the object: it cannot borrow another right.
          identity: 'user' as const,
          source: row.source,
          ...(again && write.verb === 'create' && { runsOn: again.branch }),
        })),
      };
    },
  };
}

/** All but a deletion is done by the operator of the object. No error: it may be back any moment. */
function waitsForOperator(
  writes: readonly PlannedWrite[],
  context: AssessContext | undefined,
): Finding[] {
  const trouble = context?.operator?.trouble;
  return trouble && writes.some(({ verb }) => verb !== 'delete')
    ? [
        {
          level: 'warning',
          message: `Nothing comes of it now: ${trouble}. What is asked for waits until it is back.`,
        },
      ]
    : [];
}

/** The whole object, read as the person: the index holds a part of it only. */
async function readLive(
  { row, object, definition }: IndexedResource,
  { writerFor, signal }: PlanContext,
): Promise<KubernetesObject> {
  const live = await writerFor(row.source).read(
    {
      apiVersion: object.apiVersion ?? row.apiVersion,
      kind: definition.kind,
      namespace: row.namespace,
      name: row.name,
    },
    { identity: 'user', signal },
  );
  if (live?.metadata.uid === row.uid) return live;
  throw new NotFoundError(
    `${row.kind} ${row.namespace}/${row.name} is not on cluster ${row.source} any more. Reload the page.`,
  );
}
