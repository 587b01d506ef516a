import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { toyBranch } from '../../systems/__testUtils__/ToySource';
import { SALES } from './records';

/** A system with one operation that takes approval, and what a test sets of it. */
export function guardedToys() {
  const toys = {
    head: 'c1',
    guarded: true,
    problem: undefined as string | undefined,
    /** Calls that were made. */
    done: [] as object[],
    system: undefined as unknown as ResourceSystem,
  };
  toys.system = {
    ...{ id: 'toys', title: 'Toys', resources: [toyBranch] },
    sources: [
      {
        name: 'toys',
        probe: async () => ({}),
        scopes: async () => [],
        list: async () => [],
        async perform({ values }) {
          toys.done.push(values);
          return {};
        },
      },
    ],
    operations: [
      {
        ...{ id: 'toys:merge', title: 'Merge', nature: 'branch' },
        actsOn: ['ToyBranch'],
        input: z.object({ words: z.string() }),
        plan: async ({ words }: { words: string }) => ({
          title: 'Merge fix into main of lake',
          claims: 'toys:lake/main',
          calls: [
            {
              ...{ id: 'merge', title: 'Merge', source: 'toys' },
              ...{ action: 'merge', values: { words, head: toys.head } },
            },
          ],
          findings: toys.problem
            ? [{ level: 'error', message: toys.problem }]
            : [],
          ...(toys.guarded && {
            approval: {
              reason: 'A rule protects main.',
              about: 'fix into main',
              pins: { source: toys.head },
              approverRefs: [SALES],
            },
          }),
        }),
      },
    ],
  };
  return toys;
}
