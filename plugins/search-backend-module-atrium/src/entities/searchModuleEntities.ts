import { TaskAlarm } from '@atrium/backend-common';
import { DOCS_BUILT_TOPIC } from '@atrium/plugin-techdocs-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { techdocsCollatorEntityTransformerExtensionPoint } from '@backstage/plugin-search-backend-module-techdocs';
import { readCollatorSchedule } from '../changes/readCollatorSchedule';
import { docsFields } from './docsFields';
import { EntityCollatorFactory } from './EntityCollatorFactory';

/** As the stock index builder names it. */
const DOCS_TASK = 'search_index_techdocs';
/** All documentation is read at once, and a portal that starts builds much of it. */
const DOCS_DELAY_MS = 5_000;

/** Makes entities searchable, and gives their fields to their documentation. */
export const searchModuleEntities = createBackendModule({
  pluginId: 'search',
  moduleId: 'atrium-entities',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        indexes: searchIndexRegistryExtensionPoint,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        techdocs: techdocsCollatorEntityTransformerExtensionPoint,
      },
      async init({ indexes, techdocs, ...deps }) {
        const { auth, catalog, config, events, scheduler } = deps;
        indexes.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            readCollatorSchedule(config, 'catalog'),
          ),
          factory: new EntityCollatorFactory({ auth, catalog }),
        });
        techdocs.setTransformer(docsFields);
        const indexing = new TaskAlarm({ ...deps, id: DOCS_TASK });
        await events.subscribe({
          id: 'search-docs',
          topics: [DOCS_BUILT_TOPIC],
          onEvent: async () => indexing.set(DOCS_DELAY_MS),
        });
      },
    });
  },
});
