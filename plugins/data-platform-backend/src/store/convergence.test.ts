import fc from 'fast-check';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { event, namespace, pod, quota } from './__testUtils__/evidence';
import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';
import { domain, job, product } from './__testUtils__/StaticEntities';
import { toySchedule } from './__testUtils__/toyIntegration';

type Step = (harness: IndexHarness) => void;

const schedule: KubernetesObject = {
  ...toy('nightly', undefined, {
    annotations: { 'millrace.dev/entity-ref': 'component:default/orders' },
  }),
  kind: 'ToySchedule',
};
const child = toy('nightly-1', undefined, {
  ownerReferences: [
    {
      apiVersion: 'toys.example/v1',
      kind: 'ToySchedule',
      name: 'nightly',
      uid: 'uid-nightly',
    },
  ],
});

/** Everything that a cluster and the catalog tell of one small domain, one fact a step. */
const FACTS: readonly Step[] = [
  harness => harness.upsert(toy('orders')),
  harness => harness.upsert(child),
  harness => harness.upsert(schedule, toySchedule),
  harness =>
    harness.evidence({
      type: 'pod',
      scope: 'toy',
      op: 'upsert',
      item: pod('p1', { phase: 'Failed' }),
    }),
  harness =>
    harness.evidence({
      type: 'pod',
      scope: 'toy',
      op: 'upsert',
      item: pod('p2', { labels: { toy: 'nightly-1' } }),
    }),
  harness =>
    harness.evidence({
      type: 'event',
      scope: 'warnings',
      op: 'upsert',
      item: event({ kind: 'Pod', name: 'p2', uid: 'uid-p2' }),
    }),
  harness =>
    harness.evidence({
      type: 'quota',
      scope: 'all',
      op: 'upsert',
      item: quota('3'),
    }),
  harness =>
    harness.evidence({
      type: 'namespace',
      scope: 'domains',
      op: 'upsert',
      item: namespace('sales', 'default.sales'),
    }),
  harness => harness.entities.upsert(domain('sales')),
  harness => harness.entities.upsert(product('shop', 'sales')),
  harness => harness.entities.upsert(job('orders', 'shop')),
];

function outcome(order: readonly number[]) {
  const harness = new IndexHarness();
  for (const index of order) {
    FACTS[index](harness);
  }
  harness.tick();
  harness.tick();
  return harness.rows().map(row => {
    const { version: _, assessment, ...rest } = row;
    const { since: _since, ...verdict } = assessment;
    return { ...rest, verdict };
  });
}

describe('what the index says in the end', () => {
  const inOrder = FACTS.map((_, index) => index);
  const expected = outcome(inOrder);

  it('is the whole truth', () => {
    expect(
      expected.map(row => [row.name, row.verdict.reason, row.entityRef]),
    ).toEqual([
      ['nightly', 'NewestRun', 'component:default/orders'],
      ['nightly-1', 'Warned', 'component:default/orders'],
      ['orders', 'PodsFailed', undefined],
    ]);
    expect(expected[2].ownerRef).toBe('group:default/sales-team');
  });

  it('does not depend on the order in which it was told', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(inOrder, { minLength: FACTS.length }),
        order => {
          expect(outcome(order)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not depend on what is told twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...inOrder), { maxLength: 20 }),
        repeats => {
          expect(outcome([...inOrder, ...repeats])).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('does not depend on whether it came by a list', () => {
    const harness = new IndexHarness();
    for (const fact of FACTS.slice(3)) {
      fact(harness);
    }
    harness.index.sink.replace(scope(), [child, toy('orders')]);
    harness.index.sink.replace(scope(toySchedule), [schedule]);
    harness.tick();
    expect(
      harness.rows().map(row => [row.name, row.assessment.reason]),
    ).toEqual(expected.map(row => [row.name, row.verdict.reason]));
  });
});
