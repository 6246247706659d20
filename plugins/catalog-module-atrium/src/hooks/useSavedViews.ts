import type { SaveView } from '@atrium/plugin-entity-summary-common';
import {
  useEntitySummaryMutation,
  useEntitySummaryQuery,
} from './entitySummaryHooks';

const VIEWS = ['views'];

/** The views of the catalog that are the person's own or their teams'. */
export const useSavedViews = () =>
  useEntitySummaryQuery(VIEWS, (api, context) => api.listViews(context));

export const useSaveView = () =>
  useEntitySummaryMutation((api, view: SaveView) => api.saveView(view), {
    invalidates: VIEWS,
  });

export const useDeleteView = () =>
  useEntitySummaryMutation((api, id: string) => api.deleteView(id), {
    invalidates: VIEWS,
  });
