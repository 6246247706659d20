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

/** What nothing tells of, and no count shows, is found this late. */
const FULL_PASS_MS = 10 * 60_000;

/** Keeps the graph as it is in the catalog, within seconds after a change. */
export async function scheduleEntities(
  options: ScheduleEntitiesOptions,
): Promise<void> {
  const { auth, catalog, graph, logger, scheduler } = options;
  const mirror = (signal: AbortSignal) =>
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
    });
  let mirroredAt = 0;
  await scheduler.scheduleTask({
    id: 'entity-graph-entities',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 10 },
    fn: async signal => {
      const { totalItems } = await catalog.queryEntities(
        { filter: { kind: MIRRORED_KINDS }, limit: 0 },
        // What is kept does not depend on who looks.
        { credentials: await auth.getOwnServiceCredentials() },
      );
      // For what is removed, and for what was told before it could be read.
      if (
        totalItems !== (await graph.count()) ||
        Date.now() - mirroredAt > FULL_PASS_MS
      ) {
        await mirror(signal);
        mirroredAt = Date.now();
      }
    },
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
