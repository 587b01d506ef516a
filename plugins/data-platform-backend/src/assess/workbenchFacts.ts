import {
  AssessContext,
  KubernetesObject,
  ResourceDefinition,
  WorkbenchFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { capOptional, capText } from './capText';
import { Guard } from './Guard';

/** What lists of workbenches need of an object, bounded; undefined for other kinds. */
export function workbenchFacts(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  ctx: AssessContext,
  guard: Guard,
): WorkbenchFacts | undefined {
  if (definition.nature !== 'workbench') {
    return undefined;
  }
  const facts = guard.run(
    `${definition.kind} workbench`,
    () => definition.workbench?.(object, ctx),
    () => undefined,
  );
  return (
    facts && {
      ...facts,
      image: capOptional(facts.image, 500),
      imageTitle: capOptional(facts.imageTitle, 200),
      activityNote: capOptional(facts.activityNote, 500),
      connectPath: capOptional(facts.connectPath, 400),
      creatorClaim: capOptional(facts.creatorClaim, 320),
      volumes: facts.volumes.slice(0, 20),
      podDefaults: facts.podDefaults
        ?.slice(0, 20)
        .map(label => capText(label, 320)),
    }
  );
}
