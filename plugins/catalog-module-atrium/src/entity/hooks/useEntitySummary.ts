import { useEntitySignals } from '@atrium/ui';
import {
  ENTITY_SUMMARY,
  useEntitySummaryQuery,
} from '../../hooks/entitySummaryHooks';

/** All that the page of an entity shows first, in one answer. */
export function useEntitySummary(entityRef: string, isWanted = true) {
  const key = ['entity', entityRef];
  useEntitySignals({
    channel: ENTITY_SUMMARY,
    queryKey: [ENTITY_SUMMARY, ...key],
    entityRef,
  });
  return useEntitySummaryQuery(
    key,
    (api, options) => api.getSummary(entityRef, options),
    // What was known of another entity is not this one's.
    { enabled: isWanted, placeholderData: undefined },
  );
}
