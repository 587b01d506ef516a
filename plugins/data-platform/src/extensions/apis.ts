import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import {
  dataPlatformApiRef,
  DefaultDataPlatformApi,
} from '@millrace/backstage-plugin-data-platform-react';

const dataPlatformApi = ApiBlueprint.make({
  params: define =>
    define({
      api: dataPlatformApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
      },
      factory: deps => new DefaultDataPlatformApi(deps),
    }),
});

export const apis = [dataPlatformApi];
