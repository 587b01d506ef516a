import { Entity } from '@backstage/catalog-model';
import { entityFacts } from './entityFacts';
import { PlacementDirectory } from './PlacementDirectory';

describe('places of sources that are no clusters', () => {
  const at = (...pairs: [string, string][]) => new Map(pairs);

  it('belong to the domain that they are allotted to, and tell what moved', () => {
    const places = new PlacementDirectory();
    expect(
      places.allot('lake', at(['sales-lake', 'domain:default/sales'])),
    ).toEqual(['sales-lake']);
    expect(places.ofNamespace('lake', 'sales-lake')).toBe(
      'domain:default/sales',
    );
    expect(places.ofNamespace('eu-1', 'sales-lake')).toBeUndefined();
    expect(
      places.allot('lake', at(['sales-lake', 'domain:default/sales'])),
    ).toEqual([]);
    expect(places.allot('lake', at(['web', 'domain:default/web']))).toEqual([
      'sales-lake',
      'web',
    ]);
    expect(places.ofNamespace('lake', 'sales-lake')).toBeUndefined();
  });

  it('are no namespaces of their domain: what is done to those never reaches them', () => {
    const places = new PlacementDirectory();
    places.allot('lake', at(['sales-lake', 'domain:default/sales']));
    expect(places.placements('domain:default/sales')).toEqual([]);
    expect(places.labelled()).toEqual([]);
  });

  it('are named by an entity with both annotations', () => {
    const repository = (annotations: Record<string, string>): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name: 'sales-lake', annotations },
      spec: { type: 'lakefs-repository', owner: 'sales-team' },
    });
    const both = {
      'millrace.dev/source': 'lake',
      'millrace.dev/repository': 'sales-lake',
    };
    expect(entityFacts(repository(both))?.place).toEqual({
      source: 'lake',
      namespace: 'sales-lake',
    });
    expect(
      entityFacts(repository({ 'millrace.dev/source': 'lake' }))?.place,
    ).toBeUndefined();
  });
});
