import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { databaseProbeServiceRef } from './DatabaseProbe';
import { type Knex, limitRequests } from './limitRequests';
import { skipDoneMigrations } from './skipDoneMigrations';

/**
 * The stock database service, on which no request waits for long, which runs
 * migrations only when some are new, and whose health is known.
 */
export const limitedDatabase = createServiceFactory({
  service: coreServices.database,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    pluginMetadata: coreServices.pluginMetadata,
    probe: databaseProbeServiceRef,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  createRootContext: ({ config, rootLifecycle, rootLogger }) =>
    DatabaseManager.fromConfig(config, { rootLifecycle, rootLogger }),
  factory({ lifecycle, logger, pluginMetadata, probe }, manager) {
    const database = manager.forPlugin(pluginMetadata.getId(), {
      lifecycle,
      logger,
    });
    let client: Promise<Knex> | undefined;
    return {
      ...database,
      getClient() {
        client ??= database.getClient().then(knex => {
          limitRequests(knex);
          skipDoneMigrations(knex, logger);
          probe.use(knex);
          return knex;
        });
        return client;
      },
    };
  },
});
