import {
  mirrorEntities,
  onEntitiesChanged,
  type OnEntitiesChangedOptions,
  readEntitiesByRef,
} from '@atrium/backend-common';
import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GraphStore } from '../database/GraphStore';
import { GRAPH_FIELDS, MIRRORED_KINDS, toGraphEntity } from './toGraphEntity';

interface ScheduleEntitiesOptions
  extends Pick<OnEntitiesChangedOptions, 'events' | 'lifecycle'> {
  auth: AuthService;
  catalog: CatalogService;
  graph: GraphStore;
  logger: LoggerService;
  scheduler: SchedulerService;
}

/** Keeps the graph as it is in the catalog, within seconds after a change. */
export async function scheduleEntities(
  options: ScheduleEntitiesOptions,
): Promise<void> {
  const { auth, catalog, graph, logger, scheduler } = options;
  await scheduler.scheduleTask({
    id: 'entity-graph-entities',
    scope: 'global',
    // For what is removed, and for what was told while nobody listened.
    frequency: { minutes: 10 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 10 },
    fn: signal =>
      mirrorEntities({
        auth,
        catalog,
        kinds: MIRRORED_KINDS,
        fields: GRAPH_FIELDS,
        save: page => graph.save(page.map(toGraphEntity)),
        async removeOthers(refs) {
          const removedCount = await graph.removeOthers(refs);
          if (removedCount > 0) {
            logger.info('Entities left the graph', { removedCount });
          }
        },
        signal,
      }),
  });
  await onEntitiesChanged({
    ...options,
    id: 'entity-graph-entities',
    kinds: MIRRORED_KINDS,
    async handle(entityRefs) {
      const found = await readEntitiesByRef(entityRefs, {
        catalog,
        // What is kept does not depend on who looks.
        credentials: await auth.getOwnServiceCredentials(),
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          ...GRAPH_FIELDS,
        ],
      });
      if (found.size > 0) {
        await graph.save([...found.values()].map(toGraphEntity));
      }
    },
  });
}
