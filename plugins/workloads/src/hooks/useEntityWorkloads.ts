import type { EntityWorkloads } from '@atrium/plugin-workloads-common';
import {
  REFRESH_MS,
  useWorkloadsQuery,
  type WorkloadsQuestion,
} from './useWorkloadsQuery';

/** How often one asks while pods are being replaced. */
const ROLLOUT_REFRESH_MS = 3_000;

/** What runs for an entity; asked more often while it is rolled out. */
export function useEntityWorkloads(entityRef: string) {
  return useWorkloadsQuery({
    ...questionAbout(entityRef),
    refreshMs: ({ state: { data } }) =>
      // What is stuck is not watched closely for ever.
      data?.items.some(
        ({ isRollingOut, health }) => isRollingOut && health !== 'degraded',
      )
        ? ROLLOUT_REFRESH_MS
        : REFRESH_MS,
  });
}

/**
 * Has what runs for an entity read anew every few seconds.
 *
 * @param until - as `Date.now()` counts; not at all when undefined
 */
export function useRolloutWatch(entityRef: string, until: number | undefined) {
  useWorkloadsQuery({
    ...questionAbout(entityRef),
    refreshMs: () =>
      until !== undefined && Date.now() < until && ROLLOUT_REFRESH_MS,
  });
}

function questionAbout(entityRef: string): WorkloadsQuestion<EntityWorkloads> {
  return {
    key: ['entity', entityRef],
    ask: api => api.getEntityWorkloads(entityRef),
  };
}
