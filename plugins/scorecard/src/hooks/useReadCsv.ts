import { useApi } from '@backstage/frontend-plugin-api';
import {
  type CsvList,
  type CsvQuery,
  scorecardApiRef,
} from '../api/ScorecardApi';

/** Reads all of a list that fits a query, as the backend writes it for spreadsheets. */
export function useReadCsv<L extends CsvList>(list: L, query: CsvQuery<L>) {
  const api = useApi(scorecardApiRef);
  return () => api.readCsv(list, query);
}
