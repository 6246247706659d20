import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { SearchState } from './SearchState';
import { readSearchState, writeSearchState } from './SearchState';

/**
 * What the page shows and a function to change a part of it. Any other change
 * than turning a page goes back to the first one.
 */
export function useSearchState(): [
  SearchState,
  (change: Partial<SearchState>) => void,
] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readSearchState(params), [params]);
  const change = useCallback(
    (part: Partial<SearchState>) =>
      setParams(
        current =>
          writeSearchState({
            ...readSearchState(current),
            pageCursor: undefined,
            ...part,
          }),
        // A page of results is a place to come back to, a letter is not.
        { replace: !('pageCursor' in part) },
      ),
    [setParams],
  );
  return [state, change];
}
