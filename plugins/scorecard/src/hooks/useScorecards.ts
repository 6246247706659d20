import { useMemo } from 'react';
import type { ScorecardSummary } from '@atrium/plugin-scorecard-common';
import { useScorecardQuery } from './scorecardHooks';

/** All scorecards, and how those that they rate stand. */
export const useScorecards = () =>
  useScorecardQuery(['scorecards'], api => api.listScorecards());

/** One scorecard with its checks and versions. */
export const useScorecard = (name: string) =>
  useScorecardQuery(['scorecards', name], api => api.getScorecard(name), {
    placeholderData: undefined,
  });

/** All scorecards by name; none until they are known. */
export function useScorecardsByName(): ReadonlyMap<string, ScorecardSummary> {
  const { data } = useScorecards();
  return useMemo(
    () => new Map((data?.items ?? []).map(item => [item.name, item])),
    [data],
  );
}
