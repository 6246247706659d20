import { useCallback } from 'react';
import { useAddressState } from '@atrium/ui';
import { type CatalogState, catalogStateSchema } from '../list/catalogState';

/** What the catalog lists, and in which order. */
export function useCatalogState() {
  const [state, setState] = useAddressState(catalogStateSchema);
  // Another list, or another order, begins with its first page.
  const change = useCallback(
    (part: Partial<CatalogState>) => setState({ after: [], ...part }),
    [setState],
  );
  const setPage = useCallback(
    (after: string[]) => setState({ after }, { isNewEntry: true }),
    [setState],
  );
  return { state, change, setPage };
}
