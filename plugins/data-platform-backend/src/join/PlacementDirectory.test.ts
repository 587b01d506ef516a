import { namespace } from '../store/__testUtils__/evidence';
import { domainOfLabel } from './domainOfLabel';
import { PlacementDirectory } from './PlacementDirectory';

const NAMESPACES = { type: 'namespace', scope: 'domains' } as const;
const SALES = 'domain:default/sales';

describe('domainOfLabel', () => {
  it.each([
    ['default.sales', SALES],
    ['default.Sales', SALES],
    ['eu-1.sales.orders', 'domain:eu-1/sales.orders'],
    ['sales', undefined],
    ['.sales', undefined],
    ['default.', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s', (label, domain) => {
    expect(domainOfLabel(label)).toBe(domain);
  });
});

describe('PlacementDirectory', () => {
  it('knows where a domain lives, cluster by cluster, and who may do what there', () => {
    const places = new PlacementDirectory();
    places.apply('us', {
      ...NAMESPACES,
      op: 'upsert',
      item: namespace('sales', 'default.sales'),
    });
    places.apply('eu', {
      ...NAMESPACES,
      op: 'replace',
      items: [
        namespace('sales-b', 'default.sales'),
        namespace('sales-a', 'default.sales'),
        namespace('finance', 'default.finance'),
        namespace('other'),
      ],
    });
    const binding = {
      name: 'owners',
      namespace: 'sales-a',
      role: 'owner',
      groups: ['backstage:group:default/sales'],
    };
    places.apply('eu', {
      type: 'roleBinding',
      scope: 'roles',
      op: 'replace',
      items: [binding, { ...binding, namespace: 'finance' }],
    });
    expect(places.placements(SALES)).toEqual([
      {
        domainRef: SALES,
        source: 'eu',
        namespaces: ['sales-a', 'sales-b'],
        bindings: [binding],
      },
      { domainRef: SALES, source: 'us', namespaces: ['sales'], bindings: [] },
    ]);
    expect(places.ofNamespace('eu', 'finance')).toBe('domain:default/finance');
    expect(places.ofNamespace('us', 'finance')).toBeUndefined();
    expect(places.placements('domain:default/none')).toEqual([]);
  });

  it('tells which namespaces came to belong elsewhere', () => {
    const places = new PlacementDirectory();
    const tell = (op: 'upsert' | 'remove', label?: string) =>
      places.apply('eu', { ...NAMESPACES, op, item: namespace('a', label) });
    expect(tell('upsert', 'default.sales')).toEqual(['a']);
    expect(tell('upsert', 'default.sales')).toEqual([]);
    expect(tell('upsert', 'default.finance')).toEqual(['a']);
    expect(places.placements(SALES)).toEqual([]);
    expect(tell('upsert')).toEqual(['a']);
    expect(tell('upsert', 'default.sales')).toEqual(['a']);
    expect(tell('remove', 'default.sales')).toEqual(['a']);
    expect(places.ofNamespace('eu', 'a')).toBeUndefined();
  });
});
