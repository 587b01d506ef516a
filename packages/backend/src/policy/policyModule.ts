import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PlatformPolicy } from './platformPolicy';

/** The demo portal's permission policy. */
export const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'platform-policy',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ policy, config }) {
        policy.setPolicy(new PlatformPolicy(config));
      },
    });
  },
});
