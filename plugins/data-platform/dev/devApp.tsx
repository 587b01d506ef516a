import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { dataPlatformApiRef } from '@millrace/backstage-plugin-data-platform-react';
import { demoApi } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { dataPlatformPlugin } from '../src/plugin';
import { devEntities } from './devEntities';

const fakePlatform = createFrontendModule({
  pluginId: 'data-platform',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({ api: dataPlatformApiRef, deps: {}, factory: () => demoApi() }),
    }),
  ],
});

const fakeCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: devEntities }),
        }),
    }),
  ],
});

const fieldsPage = createFrontendModule({
  pluginId: 'app',
  extensions: [
    PageBlueprint.make({
      name: 'fields',
      params: {
        path: '/fields',
        title: 'Form fields',
        loader: () => import('./FieldsPage').then(m => <m.FieldsPage />),
      },
    }),
  ],
});

/** The plugin with the real catalog pages and no backend. */
export const devApp = createApp({
  features: [
    catalogPlugin,
    dataPlatformPlugin,
    fakeCatalog,
    fakePlatform,
    fieldsPage,
  ],
});
