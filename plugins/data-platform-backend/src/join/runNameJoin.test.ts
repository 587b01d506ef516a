import { namespace } from '../store/__testUtils__/evidence';
import { IndexHarness, toy } from '../store/__testUtils__/IndexHarness';
import {
  domain,
  job,
  product,
  StaticEntities,
} from '../store/__testUtils__/StaticEntities';

const ORDERS = 'component:default/orders';

/** The job `orders`, whose runs are found by their names. */
function orders(runName: string, manifestNamespace?: string) {
  return job('orders', 'shop', {
    annotations: { 'millrace.dev/run-name': runName },
    manifest: [
      'apiVersion: toys.example/v1',
      'kind: ToyRun',
      'metadata:',
      '  name: orders',
      ...(manifestNamespace ? [`  namespace: ${manifestNamespace}`] : []),
    ].join('\n'),
  });
}

function world(...entities: Parameters<StaticEntities['upsert']>) {
  const harness = new IndexHarness(
    new StaticEntities(
      domain('sales'),
      domain('finance'),
      product('shop', 'sales'),
      ...entities,
    ),
  );
  harness.evidence({
    type: 'namespace',
    scope: 'domains',
    op: 'replace',
    items: [
      namespace('sales', 'default.sales'),
      namespace('sales-2', 'default.sales'),
      namespace('finance', 'default.finance'),
    ],
  });
  return harness;
}

describe('the join by names of runs', () => {
  const joined = (harness: IndexHarness, name: string, place = 'sales') => {
    harness.upsert(toy(name, undefined, { namespace: place }));
    return harness.row(name)?.entityRef;
  };

  it.each([
    ['load-20260102', ORDERS],
    ['load-1767312000000000000', ORDERS],
    ['load', ORDERS],
    ['orders', ORDERS],
    ['loads-1', undefined],
    ['reload-1', undefined],
  ])('%s belongs to %s', (name, entityRef) => {
    expect(joined(world(orders('load')), name)).toBe(entityRef);
  });

  it('holds in the domain of the job alone, and in the namespace of its manifest where that names one', () => {
    expect(joined(world(orders('load')), 'load-1', 'finance')).toBeUndefined();
    expect(joined(world(orders('load')), 'load-1', 'sales-2')).toBe(ORDERS);
    const bound = world(orders('load', 'sales'));
    expect(joined(bound, 'load-1', 'sales-2')).toBeUndefined();
    expect(joined(bound, 'load-2', 'sales')).toBe(ORDERS);
  });

  it('is weaker than every other sign', () => {
    const harness = world(orders('load'));
    harness.entities.upsert(job('other', 'shop'));
    harness.upsert(
      toy('load-1', undefined, {
        labels: { 'backstage.io/kubernetes-id': 'other' },
      }),
    );
    expect(harness.row('load-1')?.entityRef).toBe('component:default/other');
  });

  it('takes in runs that were there when the job is adopted, and lets them go when it is unregistered', () => {
    const harness = world(job('unrelated', 'shop'));
    expect(joined(harness, 'load-1')).toBeUndefined();
    harness.entities.upsert(orders('load'));
    harness.tick();
    expect(harness.row('load-1')?.entityRef).toBe(ORDERS);
    harness.entities.remove(ORDERS);
    harness.tick();
    expect(harness.row('load-1')?.entityRef).toBeUndefined();
  });
});
