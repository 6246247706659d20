import { type FilterOption, useEntityTitles } from '@atrium/ui';
import { useReport } from './useReport';

/** The teams or systems of which a scorecard rates something, by their title. */
export function useGroupOptions(
  scorecard: string,
  groupBy: 'owner' | 'system',
): FilterOption[] {
  const { data } = useReport({ scorecard, groupBy, weeks: 1 });
  const refs = (data?.groups ?? []).flatMap(({ ref }) => ref ?? []);
  return [...useEntityTitles(refs)]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
