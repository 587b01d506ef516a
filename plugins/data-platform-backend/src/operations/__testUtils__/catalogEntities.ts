import { Entity } from '@backstage/catalog-model';

/** A catalog with two teams, their people, and a domain from Git. */
export function catalogEntities(): Entity[] {
  return [
    group('sales-team'),
    group('finance-team'),
    group('analysts'),
    user('ada', 'sales-team'),
    user('ben', 'finance-team'),
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Domain',
      metadata: {
        name: 'from-git',
        namespace: 'default',
        annotations: {
          'backstage.io/managed-by-location':
            'url:https://git.example.com/data/domain.yaml',
        },
      },
      spec: { owner: 'group:default/sales-team', type: 'data-domain' },
    },
  ];
}

function group(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
  };
}

function user(name: string, team: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: [{ type: 'memberOf', targetRef: `group:default/${team}` }],
  };
}
