import type {
  DifferencesQuery,
  ImpactQuery,
  NeighbourhoodQuery,
  PathQuery,
} from '@atrium/plugin-entity-graph-common';
import { saveFile } from '@atrium/ui';
import {
  useGraphMutation,
  useGraphPages,
  useGraphQuery,
} from './entityGraphHooks';

/** What is around an entity, or what the filters leave. */
export const useNeighbourhood = (query: NeighbourhoodQuery) =>
  useGraphQuery(['neighbourhood', query], (api, context) =>
    api.getNeighbourhood(query, context),
  );

/** What fails with an entity. */
export const useImpact = (query: ImpactQuery) =>
  useGraphQuery(['impact', query], (api, context) =>
    api.getImpact(query, context),
  );

/** What an entity relies on. */
export const useReliance = (query: ImpactQuery) =>
  useGraphQuery(['reliance', query], (api, context) =>
    api.getReliance(query, context),
  );

/** How one entity depends on another one. */
export const usePath = (query: PathQuery) =>
  useGraphQuery(
    ['path', query],
    (api, context) => api.getPath(query, context),
    {
      placeholderData: undefined,
    },
  );

/** What depends on itself by way of others. */
export const useCycles = () =>
  useGraphQuery(['cycles'], api => api.getCycles());

/** How many differences of either kind there are, and of how many callers. */
export const useDifferenceTotals = (ownerRef: string | undefined) =>
  useGraphQuery(['difference-totals', ownerRef], api =>
    api.getDifferences({ ownerRef, limit: 1 }),
  );

/** How what is declared and what was seen differ, page after page. */
export const useDifferences = (query: DifferencesQuery) =>
  useGraphPages(['differences', query], (api, cursor) =>
    api.getDifferences({ ...query, cursor }),
  );

/** Saves what fails with an entity as a change notice. */
export const useExportNotice = (query: ImpactQuery, name: string) =>
  useGraphMutation(
    async api =>
      saveFile(`change-notice-${name}.md`, await api.exportNotice(query)),
    { invalidates: false },
  );

/** Gives what fails with an entity as CSV. */
export const useExportImpact = (query: ImpactQuery) =>
  useGraphMutation(api => api.exportImpact(query), { invalidates: false });
