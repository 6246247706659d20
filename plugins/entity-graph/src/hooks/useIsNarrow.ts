import { useSyncExternalStore } from 'react';

const QUERY = '(max-width: 767px)';

/** Whether the window is as narrow as that of a phone. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    onChange => {
      const media = window.matchMedia(QUERY);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    () => window.matchMedia(QUERY).matches,
  );
}
