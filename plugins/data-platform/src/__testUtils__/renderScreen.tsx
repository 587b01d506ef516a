import { Entity } from '@backstage/catalog-model';

export { renderPlatform as renderScreen } from '@millrace/backstage-plugin-data-platform-react/testScreen';

/** The job that the fixtures are about. */
export const jobEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders-daily', namespace: 'default' },
  spec: { type: 'spark-job', owner: 'sales-team', lifecycle: 'production' },
};

/** A data domain, owned by a group. */
export function domainEntity(name: string, owner = 'sales-team'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name, namespace: 'default' },
    spec: { type: 'data-domain', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** A notebook server of the fixtures. */
export const notebookEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'ada-orders', namespace: 'default' },
  spec: { type: 'notebook-server', owner: 'user:default/ada' },
};
