import { stringifyEntityRef } from '@backstage/catalog-model';
import { ANNOTATION_OPERATION } from '@millrace/backstage-plugin-data-platform-common';
import { nameOf } from './ClusterWriter';
import { PlannedStep } from './definition';
import { StepProgress } from './OperationRecord';
import { isMadeBy, StepEnvironment } from './performStep';

/**
 * Removes exactly what a step made, by uid. Doing it again changes nothing. False where there is nothing to take
 * back: a change or a deletion stays.
 */
export async function undoStep(
  step: PlannedStep,
  progress: StepProgress,
  environment: StepEnvironment,
): Promise<boolean> {
  switch (step.verb) {
    case 'create': {
      const writer = environment.writerFor(step.source);
      const identity = step.identity ?? 'user';
      const options = { identity, signal: environment.signal } as const;
      const name = nameOf(step.object);
      const uid =
        progress.uid ?? (await findOwn(step, environment))?.metadata.uid;
      if (uid) await writer.delete({ ...name, uid }, options);
      return true;
    }
    case 'register': {
      const entityRef = stringifyEntityRef(step.entity);
      const stored = await environment.entities.get(entityRef);
      const maker = stored?.metadata.annotations?.[ANNOTATION_OPERATION];
      if (step.replaces || maker !== environment.operationId) return true;
      await environment.entities.remove(entityRef, environment.actor);
      return true;
    }
    case 'call':
      return environment.systems.undo(step, environment);
    default:
      return false;
  }
}

/** What the step made without its uid being recorded: the process ended in between. */
async function findOwn(
  step: PlannedStep & { verb: 'create' },
  environment: StepEnvironment,
) {
  const found = await environment
    .writerFor(step.source)
    .read(nameOf(step.object), {
      identity: step.identity ?? 'user',
      signal: environment.signal,
    });
  return found && isMadeBy(found, environment.operationId) ? found : undefined;
}
