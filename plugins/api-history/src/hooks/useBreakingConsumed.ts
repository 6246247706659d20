import { relationTargets } from '@atrium/common';
import { MAX_PAGE_SIZE } from '@atrium/common';
import {
  type Entity,
  RELATION_CONSUMES_API,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { useApiHistoryQuery } from './apiHistoryHooks';

/** How far back a breaking change is worth a warning. */
export const BREAKING_DAYS = 30;

/** Versions of the last days that broke an API which the component consumes. */
export function useBreakingConsumed(component: Entity) {
  const ownerRef = relationTargets(component, RELATION_OWNED_BY).at(0);
  const consumed = relationTargets(component, RELATION_CONSUMES_API);
  const since = startOfDayBefore(BREAKING_DAYS);
  return useApiHistoryQuery(
    ['breaking-consumed', ownerRef, consumed, since],
    async api => {
      // One question for all APIs; the owner may consume others elsewhere.
      const { items } = await api.listBreaking({
        ownerRef,
        since,
        limit: MAX_PAGE_SIZE,
      });
      return items.filter(({ version }) =>
        consumed.includes(version.entityRef),
      );
    },
    { enabled: ownerRef !== undefined && consumed.length > 0 },
  );
}

/** The same all day long, so that the answer can be kept. */
function startOfDayBefore(days: number): string {
  const date = new Date();
  date.setUTCDate(date.getUTCDate() - days);
  date.setUTCHours(0, 0, 0, 0);
  return date.toISOString();
}
