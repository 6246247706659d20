import type { ReportQuery } from '@atrium/plugin-scorecard-common';
import type { HistoryQuery } from '../api/ScorecardApi';
import { useScorecardQuery } from './scorecardHooks';

/** How the organisation, or a part of it, stands and moved. */
export const useReport = (query: ReportQuery) =>
  useScorecardQuery(['report', query], api => api.getReport(query));

/** How one entity stood over time. */
export const useHistory = (query: HistoryQuery) =>
  useScorecardQuery(['history', query], api => api.getHistory(query));
