import { ObjectMeta } from '@millrace/backstage-plugin-data-platform-node';
import fc from 'fast-check';
import { namespace } from '../store/__testUtils__/evidence';
import { IndexHarness, toy } from '../store/__testUtils__/IndexHarness';
import {
  domain,
  job,
  product,
  StaticEntities,
} from '../store/__testUtils__/StaticEntities';
import { toySchedule } from '../store/__testUtils__/toyIntegration';

const ORDERS = 'component:default/orders';
const LABEL = { 'backstage.io/kubernetes-id': 'orders' };
const ANNOTATION = { 'millrace.dev/entity-ref': ORDERS };
const MANIFEST =
  'apiVersion: toys.example/v1\nkind: ToyRun\nmetadata:\n  name: described\n';

function world(over: Parameters<typeof job>[2] = {}): IndexHarness {
  const harness = new IndexHarness(
    new StaticEntities(
      domain('sales'),
      domain('finance'),
      product('shop', 'sales'),
      product('books', 'finance'),
      job('orders', 'shop', over),
      job('ledger', 'books'),
    ),
  );
  harness.evidence({
    type: 'namespace',
    scope: 'domains',
    op: 'replace',
    items: [
      namespace('sales', 'default.sales'),
      namespace('finance', 'default.finance'),
      namespace('kube-system'),
    ],
  });
  return harness;
}

function joined(
  harness: IndexHarness,
  metadata: Partial<ObjectMeta>,
  name = 'any',
) {
  harness.upsert(toy(name, undefined, metadata));
  const {
    claim,
    entityRef,
    productRef,
    domainRef,
    ownerRef,
    claimedEntityRef,
  } = harness.row(name)!;
  return {
    claim,
    entityRef,
    productRef,
    domainRef,
    ownerRef,
    claimedEntityRef,
  };
}

const VERIFIED = {
  claim: 'verified',
  entityRef: ORDERS,
  productRef: 'system:default/shop',
  domainRef: 'domain:default/sales',
  ownerRef: 'group:default/orders-people',
  claimedEntityRef: undefined,
};
const SALES_ONLY = {
  claim: 'none',
  entityRef: undefined,
  productRef: undefined,
  domainRef: 'domain:default/sales',
  ownerRef: 'group:default/sales-team',
  claimedEntityRef: undefined,
};

describe('the join rule', () => {
  it.each<[string, Parameters<typeof job>[2], Partial<ObjectMeta>, string]>([
    ['label', {}, { labels: LABEL }, 'any'],
    ['annotation', {}, { annotations: ANNOTATION }, 'any'],
    [
      'annotation without a kind',
      {},
      { annotations: { 'millrace.dev/entity-ref': 'orders' } },
      'any',
    ],
    [
      'selector of the entity',
      {
        annotations: {
          'backstage.io/kubernetes-label-selector': 'app=etl,tier in (a,b)',
        },
      },
      { labels: { app: 'etl', tier: 'b' } },
      'any',
    ],
    ['manifest of the entity', { manifest: MANIFEST }, {}, 'described'],
  ])('joins by %s', (_how, over, metadata, name) => {
    expect(joined(world(over), metadata, name)).toEqual(VERIFIED);
  });

  it.each<[string, Partial<ObjectMeta>]>([
    ['nothing', {}],
    ['a label of nobody', { labels: { 'backstage.io/kubernetes-id': 'x' } }],
    ['a malformed ref', { annotations: { 'millrace.dev/entity-ref': ':/:' } }],
    ['an empty ref', { annotations: { 'millrace.dev/entity-ref': '' } }],
  ])('leaves to the domain what claims by %s', (_how, metadata) => {
    expect(joined(world(), metadata)).toEqual(SALES_ONLY);
  });

  it.each<[string, Partial<ObjectMeta>]>([
    ['label', { labels: LABEL }],
    ['annotation', { annotations: ANNOTATION }],
  ])('tells apart a claim by %s from a foreign namespace', (_how, metadata) => {
    expect(joined(world(), { ...metadata, namespace: 'finance' })).toEqual({
      claim: 'unverified',
      entityRef: undefined,
      productRef: undefined,
      domainRef: 'domain:default/finance',
      ownerRef: 'group:default/finance-team',
      claimedEntityRef: ORDERS,
    });
    const harness = world();
    expect(
      joined(harness, { ...metadata, namespace: 'kube-system' }),
    ).toMatchObject({ claim: 'unverified', domainRef: undefined });
    expect(
      harness.index.resources.select({ unverifiedFor: ORDERS }, () => true),
    ).toHaveLength(1);
    expect(
      harness.index.resources.select({ entityRef: ORDERS }, () => true),
    ).toEqual([]);
  });

  it('never lets an entity reach into a foreign namespace', () => {
    const over = {
      annotations: { 'backstage.io/kubernetes-label-selector': 'app=etl' },
      manifest: MANIFEST,
    };
    const metadata = { labels: { app: 'etl' }, namespace: 'finance' };
    expect(joined(world(over), metadata, 'described')).toMatchObject({
      claim: 'none',
      domainRef: 'domain:default/finance',
    });
  });

  it('takes the first claim that holds', () => {
    expect(
      joined(world(), {
        labels: { 'backstage.io/kubernetes-id': 'ledger' },
        annotations: ANNOTATION,
      }),
    ).toEqual(VERIFIED);
    expect(
      joined(
        world({ manifest: MANIFEST }),
        {
          labels: { 'backstage.io/kubernetes-id': 'ledger' },
        },
        'described',
      ),
    ).toEqual(VERIFIED);
  });

  it('does not take an entity whose domain is unknown', () => {
    const harness = world();
    harness.entities.upsert(job('stray', 'nowhere'));
    expect(
      joined(harness, { labels: { 'backstage.io/kubernetes-id': 'stray' } }),
    ).toMatchObject({
      claim: 'unverified',
      claimedEntityRef: 'component:default/stray',
    });
  });

  it('looks at owners, three up and not further, in the same namespace', () => {
    const harness = world();
    const owned = (name: string, by: string, over: Partial<ObjectMeta> = {}) =>
      toy(name, undefined, {
        ...over,
        ownerReferences: [
          { apiVersion: 'v1', kind: 'ToyRun', name: by, uid: `uid-${by}` },
        ],
      });
    // Children first: they are joined when their owners come.
    for (const [name, by] of [
      ['four', 'three'],
      ['three', 'two'],
      ['two', 'one'],
      ['one', 'root'],
    ]) {
      harness.upsert(owned(name, by));
    }
    harness.upsert(owned('stranger', 'root', { namespace: 'finance' }));
    harness.upsert(
      {
        ...toy('root', undefined, { annotations: ANNOTATION }),
        kind: 'ToySchedule',
      },
      toySchedule,
    );
    harness.tick();
    const claims = harness.rows().map(row => [row.name, row.claim]);
    expect(Object.fromEntries(claims)).toEqual({
      root: 'verified',
      one: 'verified',
      two: 'verified',
      three: 'verified',
      four: 'none',
      stranger: 'none',
    });
  });

  it('survives objects that own each other', () => {
    const harness = world();
    const owned = (name: string, by: string) =>
      toy(name, undefined, {
        ownerReferences: [
          { apiVersion: 'v1', kind: 'ToyRun', name: by, uid: `uid-${by}` },
        ],
      });
    harness.upsert(owned('a', 'b'));
    harness.upsert(owned('b', 'a'));
    harness.upsert(owned('c', 'c'));
    harness.clock.advance(30_000);
    expect(harness.rows().map(row => row.claim)).toEqual([
      'none',
      'none',
      'none',
    ]);
  });
});

const metadata = fc.record({
  labels: fc.constantFrom<Record<string, string>[]>({}, LABEL, { app: 'etl' }),
  annotations: fc.constantFrom<Record<string, string>[]>({}, ANNOTATION),
  namespace: fc.constantFrom('sales', 'finance'),
});
const edit = fc.oneof(
  fc.record({
    what: fc.constant('object' as const),
    name: fc.constantFrom('a', 'b', 'described'),
    metadata,
    owner: fc.constantFrom(undefined, 'a', 'b'),
  }),
  fc.record({
    what: fc.constant('entity' as const),
    name: fc.constantFrom('orders', 'ledger'),
    product: fc.constantFrom('shop', 'books'),
    selector: fc.constantFrom(undefined, 'app=etl'),
    manifest: fc.constantFrom(undefined, MANIFEST),
    removed: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('namespace' as const),
    name: fc.constantFrom('sales', 'finance'),
    domain: fc.constantFrom(undefined, 'default.sales', 'default.finance'),
  }),
  fc.record({
    what: fc.constant('domain' as const),
    name: fc.constantFrom('sales', 'finance'),
    owner: fc.constantFrom('one', 'two'),
  }),
);

describe('joins that follow changes', () => {
  it('are what joining anew would give', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), edits => {
        const harness = world();
        for (const each of edits) {
          if (each.what === 'object') {
            const { name, owner } = each;
            const ownerReferences = owner
              ? [
                  {
                    apiVersion: 'v1',
                    kind: 'ToyRun',
                    name: owner,
                    uid: `${each.metadata.namespace}-${owner}`,
                  },
                ]
              : undefined;
            const uid = `${each.metadata.namespace}-${name}`;
            harness.upsert(
              toy(name, undefined, { ...each.metadata, uid, ownerReferences }),
            );
          } else if (each.what === 'entity' && each.removed) {
            harness.entities.remove(`component:default/${each.name}`);
          } else if (each.what === 'entity') {
            const key = 'backstage.io/kubernetes-label-selector';
            const annotations: Record<string, string> = each.selector
              ? { [key]: each.selector }
              : {};
            const { manifest } = each;
            harness.entities.upsert(
              job(each.name, each.product, { annotations, manifest }),
            );
          } else if (each.what === 'namespace') {
            harness.evidence({
              type: 'namespace',
              scope: 'domains',
              op: 'upsert',
              item: namespace(each.name, each.domain),
            });
          } else {
            harness.entities.upsert(domain(each.name, each.owner));
          }
        }
        harness.tick();
        const followed = harness.rows().map(place);
        // Every join is thrown away when all namespaces are told anew under other labels and back.
        const items = ['sales', 'finance'].map(name => {
          const ref = harness.index.domains.ofNamespace('eu', name);
          return namespace(name, ref?.replace('domain:', '').replace('/', '.'));
        });
        const told = {
          type: 'namespace',
          scope: 'domains',
          op: 'replace',
        } as const;
        harness.evidence({ ...told, items: [] });
        harness.tick();
        harness.evidence({ ...told, items });
        harness.tick();
        expect(harness.rows().map(place)).toEqual(followed);
      }),
      { numRuns: 150 },
    );
  });
});

function place(row: NonNullable<ReturnType<IndexHarness['row']>>) {
  const { uid, claim, entityRef, productRef, domainRef, ownerRef } = row;
  const { claimedEntityRef } = row;
  return [
    uid,
    claim,
    entityRef,
    productRef,
    domainRef,
    ownerRef,
    claimedEntityRef,
  ];
}
