import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import {
  ClusterStep,
  OperationDefinition,
  PlanContext,
  PlannedOperation,
  refusedPlan,
} from '../definition';
import { operationEvidence } from '../generic/operationEvidence';
import { Requirement } from '../Requirement';
import { LiveServer, serverRequirements } from './serverTarget';

const MAX = 50;
const STOP = 'notebook:stop';

const input = z.strictObject({
  ids: z
    .array(z.string().min(1).max(300), {
      error: 'Choose the notebook servers to stop.',
    })
    .min(1, 'Choose at least one notebook server.')
    .max(MAX, `At most ${MAX} notebook servers at a time.`),
});

/** What becomes of one of those that were chosen. */
interface Item {
  steps: readonly ClusterStep[];
  requirements: readonly Requirement[];
  finding?: Finding;
}

/** Stops many servers at once. Each for itself: those that cannot be stopped are named, and the others are stopped. */
export const notebookStopMany: OperationDefinition<z.infer<typeof input>> = {
  id: 'notebook:stop-many',
  title: 'Stop notebook servers',
  requires: [],
  input,
  async plan({ ids }, context): Promise<PlannedOperation> {
    const items: Item[] = [];
    for (const id of new Set(ids)) items.push(await itemOf(id, context));
    const steps = items.flatMap(item => item.steps);
    const findings = items.flatMap(({ finding }) => finding ?? []);
    const count = items.filter(item => item.steps.length > 0).length;
    const title = `Stop ${count} notebook server${count === 1 ? '' : 's'}`;
    if (count === 0) {
      return refusedPlan(
        'Stop notebook servers',
        findings.map(finding => ({ ...finding, level: 'error' as const })),
      );
    }
    return {
      title,
      steps,
      findings,
      requirements: items.flatMap(item => item.requirements),
    };
  },
};

async function itemOf(id: string, context: PlanContext): Promise<Item> {
  const { services, actor, operationId, now } = context;
  const resource = services.index.get(id);
  if (!resource?.workbench) return left('One that is not there any more');
  const { row, object, definition } = resource;
  const name = `${row.namespace}/${row.name}`;
  const requirements = serverRequirements(
    'Stop',
    `stop ${name}`,
    resource as LiveServer,
  );
  try {
    await context.authorise(requirements);
  } catch (error) {
    // Who may not see it learns nothing of it, not even its name.
    if (error instanceof NotFoundError) {
      return left('One that is not there any more');
    }
    if (!(error instanceof NotAllowedError)) throw error;
    return left(name, 'you may not stop it');
  }
  const stop = definition.operations?.find(each => each.id === STOP);
  const evidence = operationEvidence(resource, services.index);
  const available = stop
    ? stop.availability(object, { now, ...evidence })
    : 'it cannot be stopped';
  if (!stop || available !== true) return left(name, String(available));
  const writes = stop.plan(object, {
    ...evidence,
    values: {},
    actor: actor.userRef,
    operationId,
    now,
  });
  return {
    requirements,
    steps: writes.map(write => ({
      ...write,
      id: `${row.id}/${write.id}`,
      title: `Stop ${name} on cluster ${row.source}: ${write.title}`,
      identity: 'user' as const,
      source: row.source,
      mayFail: true,
    })),
  };
}

function left(name: string, reason?: string): Item {
  const because = reason ? `: ${reason.replace(/\.$/, '')}` : '';
  return {
    steps: [],
    requirements: [],
    finding: {
      level: 'warning',
      message: `${name} is not stopped${because}.`,
    },
  };
}
