import { Entity } from '@backstage/catalog-model';

const owned = { type: 'ownedBy', targetRef: 'group:default/sales-team' };

function component(name: string, extra: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      description: 'Daily roll-up of the orders of all shops.',
      annotations: {
        'backstage.io/managed-by-location': 'url:https://example.com/',
      },
    },
    spec: {
      type: 'spark-job',
      lifecycle: 'production',
      owner: 'sales-team',
      system: 'orders',
    },
    relations: [owned, { type: 'partOf', targetRef: 'system:default/orders' }],
    ...extra,
  };
}

/** Entities of the kinds that the plugin adds to. */
export const devEntities: Entity[] = [
  component('orders-daily'),
  component('refunds-hourly'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'orders', namespace: 'default', title: 'Orders' },
    spec: { type: 'data-product', owner: 'sales-team', domain: 'sales' },
    relations: [
      owned,
      { type: 'hasPart', targetRef: 'component:default/orders-daily' },
      { type: 'partOf', targetRef: 'domain:default/sales' },
    ],
  },
  ...['sales', 'marketing'].map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name, namespace: 'default' },
    spec: { type: 'data-domain', owner: 'sales-team' },
    relations: [owned, { type: 'hasPart', targetRef: 'system:default/orders' }],
  })),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'sales-team', namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: [],
  },
];
