import { useCallback } from 'react';
import { type TableSort, useAddressState, useTableSort } from '@atrium/ui';
import { type CatalogState, catalogStateSchema } from '../list/catalogState';

/** What the catalog lists, and in which order. */
export function useCatalogState() {
  const [state, setState] = useAddressState(catalogStateSchema);
  const { sort, setSort: setTableSort } = useTableSort();
  // Another list, or another order, begins with its first page.
  const change = useCallback(
    (part: Partial<CatalogState>) => setState({ after: [], ...part }),
    [setState],
  );
  const setPage = useCallback(
    (after: string[]) => setState({ after }, { isNewEntry: true }),
    [setState],
  );
  const setSort = (next: TableSort | undefined) => {
    setTableSort(next);
    setState({ after: [] });
  };
  return { state, sort, change, setPage, setSort };
}
