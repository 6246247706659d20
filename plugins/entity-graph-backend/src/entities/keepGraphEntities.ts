import {
  keepEntities,
  type KeepEntitiesServices,
} from '@atrium/backend-common';
import type { GraphStore } from '../database/GraphStore';
import { GRAPH_FIELDS, MIRRORED_KINDS, toGraphEntity } from './toGraphEntity';

type KeepGraphEntitiesOptions = KeepEntitiesServices & { graph: GraphStore };

/** Keeps the graph as it is in the catalog, within seconds after a change. */
export async function keepGraphEntities(
  options: KeepGraphEntitiesOptions,
): Promise<void> {
  const { graph, logger } = options;
  await keepEntities({
    ...options,
    id: 'entity-graph-entities',
    kinds: MIRRORED_KINDS,
    fields: GRAPH_FIELDS,
    count: () => graph.count(),
    save: entities => graph.save(entities.map(toGraphEntity)),
    async removeOthers(refs) {
      const removedCount = await graph.removeOthers(refs);
      if (removedCount > 0) {
        logger.info('Entities left the graph', { removedCount });
      }
    },
  });
}
