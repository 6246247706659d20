import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { isSearchKey } from './isSearchKey';
import { quickSearchApiRef } from './QuickSearchApi';

const QuickSearchDialog = lazy(() =>
  import('./QuickSearchDialog').then(m => ({ default: m.QuickSearchDialog })),
);

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * The search over any page, opened by its keys or through the API. The frame
 * of the app holds it once; its code is loaded when it opens first.
 */
export function QuickSearch() {
  const quickSearch = useApi(quickSearchApiRef);
  const isOpen = useSyncExternalStore(
    quickSearch.subscribe,
    quickSearch.isOpen,
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isSearchKey(event, isApple)) {
        event.preventDefault();
        quickSearch.open();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [quickSearch]);

  return isOpen ? (
    <Suspense>
      <QuickSearchDialog onClose={quickSearch.close} />
    </Suspense>
  ) : null;
}
