import {
  createBackendModule,
  coreServices,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { AuthenticationError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { assertLoopbackOnly } from './assertLoopbackOnly';

/** Header that names the person; only names of the closed list are taken. */
export const PERSON_HEADER = 'x-millrace-person';

/** Names that one may sign in as, from `millrace.people`. */
function peopleNames(config: Config): ReadonlySet<string> {
  return new Set(
    (config.getOptionalConfigArray('millrace.people') ?? []).map(person =>
      person.getString('name'),
    ),
  );
}

/**
 * Sign-in without a password as one of a few people: for a portal on one's own machine.
 * @throws at start, where people are configured and the backend listens on more than loopback
 */
export const peopleSignInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'people',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        const names = peopleNames(config);
        if (names.size === 0) return;
        assertLoopbackOnly(config);
        providers.registerProvider({
          providerId: 'people',
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async (result: { name: string }) => ({
                profile: { displayName: result.name },
              }),
              initialize() {},
              async authenticate({ req }) {
                const name = req.header(PERSON_HEADER);
                if (name === undefined || !names.has(name)) {
                  throw new AuthenticationError(
                    `${PERSON_HEADER} must name one of ${[...names].join(
                      ', ',
                    )}`,
                  );
                }
                return { result: { name } };
              },
            }),
            signInResolver: ({ result }, ctx) =>
              ctx.signInWithCatalogUser({
                entityRef: stringifyEntityRef({
                  kind: 'User',
                  namespace: 'default',
                  name: result.name,
                }),
              }),
          }),
        });
      },
    });
  },
});
