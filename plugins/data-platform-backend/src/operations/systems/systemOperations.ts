import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  Finding,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  IndexedObject,
  ResourceSystem,
  SourceFault,
  SystemOperation,
} from '@millrace/backstage-plugin-data-platform-node';
import { approversOf } from '../../approvals/approversOf';
import { ResourceIndex } from '../../store/types';
import { OperationDefinition, PlanContext } from '../definition';
import { mayOperate, maySee } from '../requirements';
import { scopeRegister } from './scopeRegister';

/** The operations that systems bring, as the planner knows operations. */
export function systemOperations(
  systems: readonly ResourceSystem[],
): OperationDefinition[] {
  return systems.flatMap(system => [
    ...(system.operations ?? []).map(operation =>
      toDefinition(system, operation as SystemOperation<any>),
    ),
    ...scopeRegister(system),
  ]);
}

function toDefinition(
  system: ResourceSystem,
  operation: SystemOperation<any>,
): OperationDefinition<any> {
  const { id, title, destructive, input } = operation;
  return {
    id,
    title,
    destructive,
    requires: [],
    input,
    async plan(values, context) {
      const { services, now, signal, operationId, actor } = context;
      const absent = `${title}: there is no such live object of ${system.title} any more. Reload the page.`;
      const subject = subjectOf(system, operation, context);
      if (!subject) throw new NotFoundError(absent);
      const { row } = subject;
      const { ownerRef, domainRef } = row;
      const on = { ownerRef, domainRef, nature: operation.nature };
      const requirements = [
        maySee(on, absent),
        mayOperate(
          on,
          `${title.toLowerCase()} of ${row.kind.toLowerCase()} ${row.name}`,
        ),
      ];
      // Before the server is asked anything for a person who may not know the answer.
      await context.authorise(requirements);
      const planned = await asServiceError(() =>
        operation.plan(values, {
          subject,
          actor: actor.userRef,
          ownershipRefs: actor.ownershipRefs,
          operationId,
          now,
          signal,
          find: (kind, name) => findIn(services.index, subject, kind, name),
        }),
      );
      const asked = planned.approval;
      const leave =
        asked &&
        (await services.approvals.standing(id, {
          ...asked,
          approverRefs:
            asked.approverRefs ?? approversOf(row, services.directory),
          belongs: belongsOf(row),
        }));
      return {
        title: planned.title,
        entityRef: row.entityRef,
        subject: planned.claims,
        findings: withLeave(planned.findings, leave?.finding),
        ...(leave && { approval: leave.approval }),
        requirements,
        output: planned.output,
        steps: planned.calls.map(call => ({ ...call, verb: 'call' as const })),
      };
    },
  };
}

/** Whose leave is missing is no matter while it could not be done even with it. */
function withLeave(
  findings: readonly Finding[],
  leave: Finding | undefined,
): readonly Finding[] {
  const refused = findings.some(({ level }) => level === 'error');
  return leave && !refused ? [...findings, leave] : findings;
}

function belongsOf(row: PlatformResource) {
  const { ownerRef, domainOwnerRef, domainRef, productRef, nature } = row;
  return { ownerRef, domainOwnerRef, domainRef, productRef, nature };
}

/** The row that the request names; with an entity instead, the row that stands for it. */
function subjectOf(
  system: ResourceSystem,
  { actsOn, ofEntity }: SystemOperation<any>,
  { request, services }: PlanContext,
): IndexedObject | undefined {
  const isOurs = ({ row }: IndexedObject) =>
    actsOn.includes(row.kind) &&
    system.sources.some(({ name }) => name === row.source);
  if (request.resourceId) {
    const found = services.index.get(request.resourceId);
    return found && isOurs(found) ? found : undefined;
  }
  const { entityRef } = request;
  if (!entityRef || !ofEntity) return undefined;
  return services.index
    .select({ entityRef }, () => true)
    .filter(isOurs)
    .find(({ row }) => row.kind === ofEntity);
}

function findIn(
  index: ResourceIndex,
  { row }: IndexedObject,
  kind: string,
  name: string,
): IndexedObject | undefined {
  const { source, group, namespace } = row;
  return index.find({ source, group, kind, namespace, name });
}

/** What the server could not answer is no fault of the person. */
async function asServiceError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceFault) {
      throw new ServiceUnavailableError(error.message);
    }
    throw error;
  }
}
