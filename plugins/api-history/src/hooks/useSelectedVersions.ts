import { useCallback } from 'react';
import {
  type ApiHistoryTabQuery,
  historyTabSearch,
} from '@atrium/plugin-api-history-common';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';

/** The two versions that are compared, kept in the address. */
export function useSelectedVersions(): [
  ApiHistoryTabQuery,
  (query: ApiHistoryTabQuery) => void,
] {
  const [params, setParams] = useAppSearchParams();
  const select = useCallback(
    (query: ApiHistoryTabQuery) =>
      setParams(historyTabSearch(query), { replace: true }),
    [setParams],
  );
  return [
    { from: numberOf(params.get('from')), to: numberOf(params.get('to')) },
    select,
  ];
}

function numberOf(text: string | null): number | undefined {
  const number = Number(text ?? NaN);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
