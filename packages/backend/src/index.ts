import {
  createBackend,
  discoveryFeatureLoader,
} from '@backstage/backend-defaults';
import { policyModule } from './policy/policyModule';
import { peopleSignInModule } from './signIn/peopleSignIn';

const backend = createBackend();

// Further plugins among the dependencies, by backend.packages in the configuration; none by default.
backend.add(discoveryFeatureLoader);

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(peopleSignInModule);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(policyModule);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@millrace/backstage-plugin-data-platform-backend'));
backend.add(
  import('@millrace/backstage-plugin-data-platform-backend-module-lakefs'),
);
backend.add(
  import('@millrace/backstage-plugin-catalog-backend-module-data-platform'),
);
backend.add(
  import('@millrace/backstage-plugin-scaffolder-backend-module-data-platform'),
);

backend.start();
