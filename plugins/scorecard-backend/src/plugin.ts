import { openDatabase } from '@atrium/backend-common';
import { scorecardPermissions } from '@atrium/plugin-scorecard-common';
import { factProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createStores } from './database/createStores';
import { FactRegistry } from './facts/FactRegistry';

/** Keeps facts of every entity, and rates by them. */
export const scorecardPlugin = createBackendPlugin({
  pluginId: 'scorecard',
  register(env) {
    const registry = new FactRegistry();
    env.registerExtensionPoint(factProvidersExtensionPoint, registry);

    env.registerInit({
      deps: {
        database: coreServices.database,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-scorecard-backend',
        });
        const stores = createStores(knex);
        registry.onRefresh((providerId, entityRefs) =>
          stores.facts.markDue(providerId, entityRefs),
        );
        deps.permissionsRegistry.addPermissions(scorecardPermissions);
      },
    });
  },
});
