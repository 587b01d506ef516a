import { Fact, Moment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
  ResourceDefinition,
  RunFacts,
} from '@millrace/backstage-plugin-data-platform-node';
import { capOptional, capText } from './capText';
import { Guard } from './Guard';
import { normalTime } from './wireTime';

/** What history keeps of the attempt that the object shows; undefined where there is none yet. */
export function runFacts(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  ctx: AssessContext,
  guard: Guard,
): RunFacts | undefined {
  const facts = guard.run(
    `${definition.kind} run`,
    () => definition.run?.(object, ctx),
    () => undefined,
  );
  return facts && typeof facts.attempt === 'string' && facts.attempt !== ''
    ? { ...facts, attempt: capText(facts.attempt, 200) }
    : undefined;
}

/** The facts of a row, bounded. */
export function rowFacts(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  ctx: AssessContext,
  guard: Guard,
): Fact[] {
  return guard.run<Fact[]>(
    `${definition.kind} facts`,
    () =>
      (definition.facts?.(object, ctx) ?? []).slice(0, 20).map(fact => ({
        key: capText(fact.key, 60),
        label: capText(fact.label, 100),
        value: capText(fact.value, 300),
        warning: fact.warning === true ? true : undefined,
      })),
    () => [],
  );
}

/** The steps of an object's life, bounded. */
export function timelineOf(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  ctx: AssessContext,
  guard: Guard,
): Moment[] {
  return guard.run<Moment[]>(
    `${definition.kind} timeline`,
    () =>
      (definition.timeline?.(object, ctx) ?? []).slice(0, 50).map(moment => ({
        title: capText(moment.title, 200),
        at: normalTime(moment.at),
        state: moment.state,
        detail: capOptional(moment.detail, 500),
      })),
    () => [],
  );
}
