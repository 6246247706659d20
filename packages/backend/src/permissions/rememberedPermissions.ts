import { UserCache } from '@atrium/backend-common';
import {
  coreServices,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import type { QueryPermissionResponse } from '@backstage/plugin-permission-common';
import { ServerPermissionClient } from '@backstage/plugin-permission-node';

/** What the policy said of a person, whichever plugin asked. */
type Decisions = UserCache<QueryPermissionResponse[]>;

/**
 * The stock permissions, which ask the policy for what holds for all things of a
 * kind once in five seconds. Every search, list and entity asks so, and each question
 * is two requests: one to the policy, and one of it for the groups of the person.
 *
 * @remarks A policy decides by the permission and the person, whose groups are those
 * of their last sign-in. Whether they may do something with one thing is asked each
 * time.
 */
export const rememberedPermissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
  },
  createRootContext: (): Decisions => new UserCache(),
  factory: ({ auth, config, discovery }, decisions) =>
    rememberDecisions(
      ServerPermissionClient.fromConfig(config, { auth, discovery }),
      decisions,
    ),
});

/** Remembers what is decided without naming a thing. */
export function rememberDecisions(
  permissions: PermissionsService,
  decisions: Decisions,
): PermissionsService {
  return {
    authorize: (requests, options) => permissions.authorize(requests, options),
    authorizeConditional: (requests, options) =>
      decisions.get(JSON.stringify(requests), options.credentials, () =>
        permissions.authorizeConditional(requests, options),
      ),
  };
}
