import type {
  Cycles,
  Differences,
  DifferencesQuery,
  GraphPath,
  Impact,
  ImpactQuery,
  Neighbourhood,
  NeighbourhoodQuery,
  PathQuery,
  Reliance,
} from '@atrium/plugin-entity-graph-common';
import type { HttpReadOptions } from '@atrium/ui';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** What the pages ask the graph of entities. */
export interface EntityGraphApi {
  getNeighbourhood(
    query: NeighbourhoodQuery,
    options?: HttpReadOptions,
  ): Promise<Neighbourhood>;
  /** If this fails, what fails with it? */
  getImpact(query: ImpactQuery, options?: HttpReadOptions): Promise<Impact>;
  /** The same as a change notice in Markdown. */
  exportNotice(query: ImpactQuery): Promise<Blob>;
  /** The same as CSV. */
  exportImpact(query: ImpactQuery): Promise<Blob>;
  /** What does this rely on? */
  getReliance(query: ImpactQuery, options?: HttpReadOptions): Promise<Reliance>;
  getPath(query: PathQuery, options?: HttpReadOptions): Promise<GraphPath>;
  getCycles(): Promise<Cycles>;
  getDifferences(query: DifferencesQuery): Promise<Differences>;
}

/** The graph of entities, for the pages. */
export const entityGraphApiRef = createApiRef<EntityGraphApi>().with({
  id: 'plugin.entity-graph.client',
  pluginId: 'entity-graph',
});
