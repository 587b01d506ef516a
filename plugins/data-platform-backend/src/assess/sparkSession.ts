import {
  AssessContext,
  KubernetesObject,
  ResourceDefinition,
  SparkSession,
} from '@millrace/backstage-plugin-data-platform-node';
import { capText } from './capText';
import { Guard } from './Guard';

/** The Spark application that a service runs now; undefined for one that runs none. */
export function sparkSession(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  ctx: AssessContext,
  guard: Guard,
): SparkSession | undefined {
  if (!definition.spark) {
    return undefined;
  }
  const session = guard.run(
    `${definition.kind} spark`,
    () => definition.spark?.(object, ctx),
    () => undefined,
  );
  return session && { ...session, id: capText(session.id, 200) };
}
