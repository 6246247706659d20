import type { SeriesQuery } from '@atrium/plugin-slo-common';
import { useSloQuery } from './sloHooks';

/**
 * An objective over time.
 *
 * @remarks Not asked anew at each signal, which comes with every evaluation: a
 * chart of weeks does not look different after half a minute.
 */
export const useSeries = (sloId: string, query: SeriesQuery) =>
  useSloQuery(['series', sloId, query], api => api.getSeries(sloId, query), {
    ignoresChanges: true,
  });
