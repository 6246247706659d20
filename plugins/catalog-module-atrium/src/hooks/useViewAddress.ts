import { useCallback, useMemo } from 'react';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import type { SavedView } from '@atrium/plugin-entity-summary-common';

/** Which page of the list is shown belongs to no view. */
const PAGE = 'after';

/** The address of the list as views keep it, and the way to that of a view. */
export function useViewAddress() {
  const [params, setParams] = useAppSearchParams();
  const query = useMemo(() => normalise(params), [params]);
  const open = useCallback(
    (view: Pick<SavedView, 'query'>) =>
      setParams(new URLSearchParams(view.query)),
    [setParams],
  );
  const isOpen = (view: Pick<SavedView, 'query'>) =>
    normalise(new URLSearchParams(view.query)) === query;
  return { query, open, isOpen };
}

function normalise(params: URLSearchParams): string {
  const view = new URLSearchParams(params);
  view.delete(PAGE);
  view.sort();
  return view.toString();
}
