import { useCallback } from 'react';
import { useAnalytics } from '@backstage/frontend-plugin-api';
import type { SearchHit } from '../results/SearchHit';

/** Tells analytics which result was opened, by the event of the stock search. */
export function useTrackedDiscovery(): (hit: SearchHit) => void {
  const analytics = useAnalytics();
  return useCallback(
    (hit: SearchHit) =>
      analytics.captureEvent('discover', hit.title, {
        attributes: { to: hit.location },
        value: hit.rank,
      }),
    [analytics],
  );
}
