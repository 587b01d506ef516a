import { ReactElement } from 'react';
import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { dataPlatformApiRef } from '@millrace/backstage-plugin-data-platform-react';
import {
  demoApi,
  FakeDataPlatformApi,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { templateRouteRef } from '../routes';
import { Location } from './Location';

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

/** Renders a screen with a fake platform, on the page of an entity where one is given. */
export function renderScreen(
  element: ReactElement,
  options: {
    api?: FakeDataPlatformApi;
    entity?: Entity;
    entities?: Entity[];
    at?: string;
  } = {},
): { container: Element; baseElement: Element; api: FakeDataPlatformApi } {
  const { api = demoApi(), entity, entities = [], at = '/' } = options;
  const screen = entity ? (
    <EntityProvider entity={entity}>{element}</EntityProvider>
  ) : (
    element
  );
  const { container, baseElement } = renderInTestApp(
    <>
      {screen}
      <Location />
    </>,
    {
      apis: [
        [dataPlatformApiRef, api],
        [catalogApiRef, catalogApiMock({ entities })],
        mockApis.identity({
          userEntityRef: 'user:default/ada',
          ownershipEntityRefs: ['user:default/ada', 'group:default/analysts'],
        }),
      ],
      mountedRoutes: {
        '/catalog': catalogPlugin.routes.catalogIndex,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
      initialRouteEntries: [at],
    },
  );
  return { container, baseElement, api };
}
