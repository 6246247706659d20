import { useCallback, useMemo } from 'react';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  type BrowserState,
  readState,
  writeState,
} from '../browser/BrowserState';

/** What the page shows, kept in its address so that it can be shared. */
export function useBrowserState(): [
  BrowserState,
  (change: Partial<BrowserState>) => void,
] {
  const [params, setParams] = useAppSearchParams();
  const state = useMemo(() => readState(params), [params]);
  const change = useCallback(
    (part: Partial<BrowserState>) =>
      setParams(
        current => writeState({ ...readState(current), page: 0, ...part }),
        { replace: true },
      ),
    [setParams],
  );
  return [state, change];
}
