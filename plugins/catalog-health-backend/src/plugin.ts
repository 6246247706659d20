import { KindRules, openDatabase, Ownership } from '@atrium/backend-common';
import { YamlReader } from '@atrium/backend-common/workers';
import { gitHostsServiceRef, onRepositoryPush } from '@atrium/git-hosts';
import { catalogHealthPermissions } from '@atrium/plugin-catalog-health-common';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { readCatalogHealthConfig } from './config/readCatalogHealthConfig';
import { CommitStatusStore } from './database/CommitStatusStore';
import { ConflictStore } from './database/ConflictStore';
import { ProblemStore } from './database/ProblemStore';
import { createRouter } from './router';
import { Conflicts } from './services/Conflicts';
import { FileValidator } from './services/FileValidator';
import { ProblemReads } from './services/ProblemReads';
import { touchesCatalogFile } from './services/touchesCatalogFile';
import { createHealthSweep } from './tasks/createHealthSweep';
import { scheduleTasks } from './tasks/scheduleTasks';

/** A commit is marked once the catalog has had the time to read what was pushed. */
const SETTLED_MS = 10_000;

/** Knows which files the catalog could not take, and tells those concerned. */
export const catalogHealthPlugin = createBackendPlugin({
  pluginId: 'catalog-health',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        gitHosts: gitHostsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readCatalogHealthConfig(deps.config);
        const knex = await openDatabase(deps.database, {
          packageName: '@atrium/plugin-catalog-health-backend',
        });
        const problems = new ProblemStore(knex);
        const statuses = new CommitStatusStore(knex);
        const integrations = ScmIntegrations.fromConfig(deps.config);
        const rules = KindRules.fromConfig(deps.config);
        const yaml = new YamlReader();
        deps.lifecycle.addShutdownHook(() => yaml.close());
        const conflicts = new Conflicts({
          ...deps,
          yaml,
          store: new ConflictStore(knex),
        });
        const sweep = createHealthSweep({
          ...deps,
          config,
          conflicts,
          integrations,
          problems,
          rules,
          statuses,
        });

        deps.permissionsRegistry.addPermissions(catalogHealthPermissions);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            problems: new ProblemReads({
              ...deps,
              ownership: new Ownership(deps),
              problems,
            }),
            validator: new FileValidator({
              ...deps,
              integrations,
              rules,
              yaml,
            }),
          }),
        );
        await conflicts.subscribe(deps.events);
        const looking = await scheduleTasks({
          ...deps,
          ...config,
          problems,
          sweep,
        });
        await onRepositoryPush({
          ...deps,
          id: 'catalog-health-pushes',
          // Whose commits are marked once the catalog has read them.
          async handle(push) {
            if (push.isDefaultBranch) {
              await conflicts.onPush(push);
              const isCatalogFile = touchesCatalogFile(push);
              await statuses.notePush({ ...push, isCatalogFile }, new Date());
              looking.set(SETTLED_MS);
            }
          },
        });
      },
    });
  },
});
