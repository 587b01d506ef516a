import fc from 'fast-check';
import { Entity } from '@backstage/catalog-model';
import { job } from '../store/__testUtils__/StaticEntities';
import { entityFacts } from './entityFacts';

function withManifest(manifest: unknown): Entity {
  const entity = job('orders', 'shop');
  return { ...entity, spec: { ...entity.spec, manifest } } as Entity;
}

describe('entityFacts', () => {
  it.each<[string, unknown, unknown]>([
    [
      'a text',
      'apiVersion: a.b/v1\nkind: K\nmetadata: {name: n}',
      { group: 'a.b', kind: 'K', name: 'n' },
    ],
    [
      'a text without a name',
      'apiVersion: a.b/v1\nkind: K',
      { group: 'a.b', kind: 'K', name: 'orders' },
    ],
    [
      'an object',
      { apiVersion: 'v1', kind: 'K' },
      { group: '', kind: 'K', name: 'orders' },
    ],
    ['no YAML', '{{', undefined],
    ['a list', '- a', undefined],
    ['no kind', 'apiVersion: v1', undefined],
    ['a number', 3, undefined],
    ['nothing', undefined, undefined],
  ])('reads a manifest that is %s', (_what, manifest, expected) => {
    expect(entityFacts(withManifest(manifest))?.manifest).toEqual(expected);
  });

  it('makes full refs of short ones, in the namespace of the entity', () => {
    const entity = job('orders', 'shop');
    const metadata = { name: 'orders', namespace: 'eu' };
    expect(entityFacts({ ...entity, metadata })).toMatchObject({
      entityRef: 'component:eu/orders',
      ownerRef: 'group:eu/orders-people',
      systemRef: 'system:eu/shop',
    });
  });

  it('reads any spec without throwing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), spec => {
        const entity = { ...job('orders', 'shop') } as Entity;
        const type = 'spark-job';
        expect(
          entityFacts({ ...entity, spec: { ...spec, type } as Entity['spec'] })
            ?.type,
        ).toBe(type);
      }),
    );
  });
});
