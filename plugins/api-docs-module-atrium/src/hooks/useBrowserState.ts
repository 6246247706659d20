import { useCallback } from 'react';
import { useAddressState } from '@atrium/ui';
import { type BrowserState, browserStateSchema } from '../browser/BrowserState';

/** What the page shows; another view of the list begins with its first page. */
export function useBrowserState() {
  const [state, setState] = useAddressState(browserStateSchema);
  const change = useCallback(
    (part: Partial<BrowserState>) => setState({ page: undefined, ...part }),
    [setState],
  );
  return [state, change] as const;
}
