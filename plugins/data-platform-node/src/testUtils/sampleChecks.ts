import { isDeepStrictEqual } from 'util';
import { ResourceDefinition } from '../integration';
import { CANARY, withCanaries } from './canary';
import { contextOf, projected } from './contextOf';
import { exercise } from './exercise';
import type { ContractCheck, ContractSample } from './integrationContract';
import { deepFreeze } from './mutations';

/** Rules for objects as clusters really serve them. */
export function sampleChecks(
  definition: ResourceDefinition<any>,
  samples: readonly ContractSample[],
): ContractCheck[] {
  const forEach = (check: (sample: ContractSample) => void) => () =>
    samples.forEach(check);
  return [
    {
      title: 'judges each sample well-formed, twice the same, changing nothing',
      check: forEach(({ title, object, context }) => {
        const frozen = deepFreeze(projected(definition, object));
        const frozenContext = deepFreeze(contextOf(context));
        const once = exercise(definition, frozen, frozenContext);
        const twice = exercise(definition, frozen, frozenContext);
        if (!isDeepStrictEqual(once, twice)) {
          throw new Error(`Two judgements differ on the same input: ${title}`);
        }
      }),
    },
    {
      title: 'keeps no secret',
      check: forEach(({ title, object }) => {
        const kept = JSON.stringify(definition.keep(withCanaries(object)));
        if (kept.includes(CANARY)) {
          throw new Error(`A secret was kept of ${title}: ${kept}`);
        }
      }),
    },
  ];
}
