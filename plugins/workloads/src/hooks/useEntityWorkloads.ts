import type { EntityWorkloads } from '@atrium/plugin-workloads-common';
import type { PluginQueryOptions } from '@atrium/ui';
import { REFRESH_MS, useWorkloadsQuery } from './workloadsHooks';

/** How often one asks while pods are being replaced. */
const ROLLOUT_REFRESH_MS = 3_000;

/** What runs for an entity; asked more often while it is rolled out. */
export const useEntityWorkloads = (entityRef: string) =>
  useEntityQuery(entityRef, ({ state: { data } }) =>
    // What is stuck is not watched closely for ever.
    data?.items.some(
      ({ isRollingOut, health }) => isRollingOut && health !== 'degraded',
    )
      ? ROLLOUT_REFRESH_MS
      : REFRESH_MS,
  );

/**
 * Has what runs for an entity read anew every few seconds.
 *
 * @param until - as `Date.now()` counts; not at all when undefined
 */
export function useRolloutWatch(entityRef: string, until: number | undefined) {
  useEntityQuery(
    entityRef,
    () => until !== undefined && Date.now() < until && ROLLOUT_REFRESH_MS,
  );
}

function useEntityQuery(
  entityRef: string,
  refetchInterval: PluginQueryOptions<EntityWorkloads>['refetchInterval'],
) {
  return useWorkloadsQuery(
    ['entity', entityRef],
    api => api.getEntityWorkloads(entityRef),
    { refetchInterval, placeholderData: undefined },
  );
}
