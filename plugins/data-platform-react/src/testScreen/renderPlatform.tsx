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
import { dataPlatformApiRef } from '../api/DataPlatformApi';
import { templateRouteRef } from '../routes/templateRouteRef';
import { demoApi } from '../testUtils/demoApi';
import { FakeDataPlatformApi } from '../testUtils/FakeDataPlatformApi';
import { Location } from './Location';

type TestApp = NonNullable<Parameters<typeof renderInTestApp>[1]>;
type TestApis = NonNullable<TestApp['apis']>;

/** Where and with what a screen is rendered. */
export interface PlatformScreen {
  /** The platform's backend; the demo's where none is given. */
  api?: FakeDataPlatformApi;
  /** The entity whose page it is. */
  entity?: Entity;
  /** What the catalog holds. */
  entities?: Entity[];
  /** Path and query of the router. */
  at?: string;
  /** APIs of the frontend under test. */
  apis?: readonly TestApis[number][];
  /** Pages of the frontend under test that the screen leads to, by path. */
  routes?: TestApp['mountedRoutes'];
}

/** Renders a screen with a fake platform, on the page of an entity where one is given. Signed in is ada, an analyst. */
export function renderPlatform(
  element: ReactElement,
  options: PlatformScreen = {},
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
        ...(options.apis ?? []),
      ],
      mountedRoutes: {
        ...options.routes,
        '/catalog': catalogPlugin.routes.catalogIndex,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
      initialRouteEntries: [at],
    },
  );
  return { container, baseElement, api };
}
