import { isDeepStrictEqual } from 'util';
import { ResourceDefinition } from '../integration';
import { CANARY, withCanaries } from './canary';
import { contextOf, projected } from './contextOf';
import { exercise } from './exercise';
import type { ContractCheck, ContractSample } from './integrationContract';
import { deepFreeze } from './mutations';

/** A verdict is made for every change of every object. */
const BUDGET_MS = 5;
const TRIES = 21;

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
    {
      title: `judges within ${BUDGET_MS} ms`,
      check: forEach(({ title, object, context }) => {
        const median = medianTime(() =>
          definition.assess(projected(definition, object), contextOf(context)),
        );
        if (median > BUDGET_MS) {
          throw new Error(`The verdict took ${median} ms on ${title}.`);
        }
      }),
    },
  ];
}

/** The median does not tell of other work on the machine. */
function medianTime(work: () => unknown): number {
  const times = Array.from({ length: TRIES }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(TRIES / 2)];
}
