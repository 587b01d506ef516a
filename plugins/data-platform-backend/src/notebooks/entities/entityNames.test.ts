import fc from 'fast-check';
import { entityNames } from './entityNames';

const CATALOG_NAME = /^[A-Za-z0-9]+([-_.A-Za-z0-9]*[A-Za-z0-9])?$/;
const identity = fc.record({
  source: fc.string({ maxLength: 40 }),
  kind: fc.constantFrom('Notebook.kubeflow.org', 'Workspace.kubeflow.org'),
  namespace: fc.stringMatching(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/),
  name: fc.stringMatching(/^[a-z]([-a-z0-9]{0,50}[a-z0-9])?$/),
});

describe('names of entities', () => {
  it('begin with what people call it', () => {
    expect(
      entityNames({
        source: 'EU West/1',
        kind: 'Notebook.kubeflow.org',
        namespace: 'sales',
        name: 'explore',
      }),
    ).toEqual([
      'sales-explore',
      'eu-west-1-sales-explore',
      expect.stringMatching(/^sales-explore-[0-9a-f]{8}$/),
    ]);
  });

  it('fit the catalog, and are the same each time', () => {
    fc.assert(
      fc.property(identity, one => {
        const names = entityNames(one);
        expect(names).toEqual(entityNames({ ...one }));
        for (const name of names) {
          expect(name).toMatch(CATALOG_NAME);
          expect(name.length).toBeLessThanOrEqual(63);
        }
      }),
    );
  });

  it('end with one that no other object has', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(entityNames(a).at(-1)).not.toBe(entityNames(b).at(-1));
      }),
    );
  });
});
