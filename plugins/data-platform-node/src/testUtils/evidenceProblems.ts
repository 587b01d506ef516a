import {
  AssessContext,
  RelatedSelector,
  ResourceDefinition,
} from '../integration';
import { KubernetesObject } from '../kubernetes';
import { WorkbenchFacts } from '../workbench';
import { sentenceProblems } from './wellFormed';

/** What is wrong with what an object names as its evidence: a name that is no text would be looked up for ever. */
export function relatedProblems(
  { related = [] }: Pick<ResourceDefinition<any>, 'related'>,
  object: KubernetesObject,
): string[] {
  return related.flatMap(selector => {
    const names = namesOf(selector, object);
    return names.every(name => typeof name === 'string' && name !== '')
      ? []
      : [`related ${selector.type} ${JSON.stringify(names).slice(0, 200)}`];
  });
}

function namesOf(
  selector: RelatedSelector<KubernetesObject>,
  object: KubernetesObject,
): readonly unknown[] {
  switch (selector.type) {
    case 'objects':
      return selector
        .of(object)
        .flatMap(each => [
          each.kind,
          'name' in each ? each.name : each.generateName,
        ]);
    case 'claims':
      return selector.of(object);
    default:
      return [];
  }
}

/** What is wrong with the facts of a workbench. */
export function workbenchProblems(
  facts: WorkbenchFacts | undefined,
  { now }: AssessContext,
): string[] {
  if (!facts) {
    return [];
  }
  const { state, startedAt, stoppedAt, lastActivity } = facts;
  const times = { startedAt, stoppedAt, lastActivity };
  const running = state === 'running';
  return [
    ...Object.entries(times)
      .filter(([, time]) => time !== undefined && !Number.isFinite(time))
      .map(([name, time]) => `workbench ${name} ${time}`),
    ...(lastActivity !== undefined && lastActivity > now
      ? ['workbench used in the future']
      : []),
    ...(!running && lastActivity !== undefined
      ? ['workbench in use although it does not run']
      : []),
    ...(!facts.activityKnown && lastActivity !== undefined
      ? ['workbench with an activity that nobody knows']
      : []),
    ...(facts.activityNote === undefined
      ? []
      : sentenceProblems('activityNote', facts.activityNote)),
    ...(facts.connectPath !== undefined &&
    !/^\/[\w%./~-]*\/$/.test(facts.connectPath)
      ? [`workbench path ${facts.connectPath}`]
      : []),
    ...(facts.gpu && !(facts.gpu.count > 0) ? ['workbench gpu'] : []),
  ];
}
