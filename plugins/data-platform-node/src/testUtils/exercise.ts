import { AssessContext, ResourceDefinition } from '../integration';
import { KubernetesObject } from '../kubernetes';
import { relatedProblems, workbenchProblems } from './evidenceProblems';
import { projected, TEST_NOW } from './contextOf';
import { SCRIPT_URL } from './hostileValues';
import {
  assessmentProblems,
  sentenceProblems,
  unsafeLinks,
} from './wellFormed';

const LINK_PATTERNS = [
  'https://history.example.com/history/{appId}/jobs/?n={name}&s={namespace}',
  `${SCRIPT_URL}("{appId}")`,
  '{appId}',
  '',
];

/** {@link exercise} on the projection of an object as a cluster serves it. */
export function exerciseRaw(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  context: AssessContext,
) {
  return exercise(definition, projected(definition, object), context);
}

/**
 * Calls everything a definition offers and holds the answers to the contract.
 * @throws Error - names the object and all that is wrong
 */
export function exercise(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  context: AssessContext,
) {
  const assessment = definition.assess(object, context);
  const again = definition.assess(object, { ...context, previous: assessment });
  const links = LINK_PATTERNS.flatMap(historyServer =>
    Array.from(
      definition.links?.(object, { patterns: { historyServer } }) ?? [],
    ),
  );
  const facts = definition.facts?.(object, context) ?? [];
  const timeline = definition.timeline?.(object, context) ?? [];
  const run = definition.run?.(object, context);
  const session = definition.spark?.(object, context);
  const trace = definition.operatorTrace?.(object, context);
  const operations = (definition.operations ?? []).map(
    operation =>
      [
        operation.id,
        operation.availability(object, {
          now: TEST_NOW,
          pods: context.pods,
          claims: mounted(context),
        }),
      ] as const,
  );
  const findings = (definition.operations ?? []).flatMap(
    operation =>
      operation.findings?.(object, {
        values: {},
        actor: 'user:default/ada',
        operationId: 'o1',
        now: TEST_NOW,
        pods: context.pods,
        claims: mounted(context),
      }) ?? [],
  );
  const workbench = definition.workbench?.(object, context);
  const problems = [
    ...assessmentProblems(assessment, context.now),
    ...assessmentProblems(again, context.now),
    ...unsafeLinks(links).map(({ url }) => `unsafe link ${url}`),
    ...facts
      .filter(
        ({ key, label, value }) =>
          !key || !label || typeof value !== 'string' || value.length > 1_000,
      )
      .map(({ key }) => `fact ${key}`),
    ...timeline
      .filter(({ at }) => at !== undefined && Number.isNaN(Date.parse(at)))
      .map(({ title, at }) => `moment ${title} at ${at}`),
    ...(run?.attempt === '' ? ['run without an attempt'] : []),
    ...(session?.id === '' ? ['Spark session without an id'] : []),
    ...[trace?.actedAt, trace?.owes?.since]
      .filter(time => time !== undefined && !Number.isFinite(time))
      .map(time => `time ${time} in the trace of the operator`),
    ...operations
      .filter(([, reason]) => reason !== true && !/\S\.$/.test(reason))
      .map(([id, reason]) => `operation ${id} says ${reason}`),
    ...findings.flatMap(({ message }) => sentenceProblems('finding', message)),
    ...relatedProblems(definition, object),
    ...workbenchProblems(workbench, context),
  ];
  if (problems.length > 0) {
    const shown = JSON.stringify(object)?.slice(0, 3_000);
    throw new Error(`${problems.join('\n')}\nfor ${shown}`);
  }
  return {
    assessment,
    links,
    facts,
    timeline,
    run,
    trace,
    operations,
    findings,
    workbench,
  };
}

function mounted({ claims }: AssessContext) {
  return claims.map(claim => ({ ...claim, sharedWith: [] }));
}
