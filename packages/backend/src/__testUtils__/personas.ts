import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/** Who uses the portal in tests, and the group each is in. */
const groupOf: Record<string, string> = {
  'user:default/payments-dev': 'group:default/team-payments',
  'user:default/platform-admin': 'group:default/platform-team',
};

const userInfoServiceFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, groupOf[userEntityRef]].filter(
          ref => ref !== undefined,
        ),
      };
    },
  }),
});

/**
 * The mock service, except that a plugin which asks on behalf of a person says
 * so, as the real one does: the permission backend insists on it.
 */
const authServiceFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const pluginId = plugin.getId();
    const auth = mockServices.auth({ pluginId });
    const getPluginRequestToken = auth.getPluginRequestToken.bind(auth);
    auth.getPluginRequestToken = async options =>
      auth.isPrincipal(options.onBehalfOf, 'user')
        ? {
            token: mockCredentials.user.token(
              options.onBehalfOf.principal.userEntityRef,
              { actor: { subject: `plugin:${pluginId}` } },
            ),
          }
        : getPluginRequestToken(options);
    return auth;
  },
});

/** Real decisions about people whose tokens are made up. */
export const personaFeatures = [
  authServiceFactory,
  userInfoServiceFactory,
  permissionsServiceFactory,
];
