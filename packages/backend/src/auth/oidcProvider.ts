import {
  coreServices,
  createBackendModule,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import {
  oidcAuthenticator,
  oidcSignInResolvers,
} from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  authProvidersExtensionPoint,
  createOAuthAuthenticator,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { OidcDiscovery } from './OidcDiscovery';

/**
 * The stock sign-in with OpenID Connect, configured as that is, which also works
 * once the identity provider was away when the portal started.
 */
export const oidcProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'oidc-provider',
  register(registration) {
    registration.registerInit({
      deps: {
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ logger, providers }) {
        providers.registerProvider({
          providerId: 'oidc',
          factory: createOAuthProviderFactory({
            authenticator: createAuthenticator(logger),
            signInResolverFactories: { ...oidcSignInResolvers },
          }),
        });
      },
    });
  },
});

function createAuthenticator(logger: LoggerService) {
  const { defaultProfileTransform, scopes } = oidcAuthenticator;
  return createOAuthAuthenticator({
    defaultProfileTransform,
    scopes,
    initialize: options => new OidcDiscovery(options, logger),
    async start(input, discovery: OidcDiscovery) {
      return oidcAuthenticator.start(input, await discovery.finish());
    },
    async authenticate(input, discovery) {
      return oidcAuthenticator.authenticate(input, await discovery.finish());
    },
    async refresh(input, discovery) {
      return oidcAuthenticator.refresh(input, await discovery.finish());
    },
    async logout(input, discovery) {
      return oidcAuthenticator.logout?.(input, await discovery.finish());
    },
  });
}
