import { useCallback, useSyncExternalStore } from 'react';
import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';

/** The theme that somebody chose; undefined follows the system. */
export function useThemeChoice() {
  const appThemeApi = useApi(appThemeApiRef);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const subscription = appThemeApi.activeThemeId$().subscribe(onChange);
      return () => subscription.unsubscribe();
    },
    [appThemeApi],
  );
  return {
    // The usual one first, whatever their order in the app.
    themes: [...appThemeApi.getInstalledThemes()].sort((a, b) =>
      b.variant.localeCompare(a.variant, 'en'),
    ),
    chosen: useSyncExternalStore(subscribe, () =>
      appThemeApi.getActiveThemeId(),
    ),
    choose: (themeId?: string) => appThemeApi.setActiveThemeId(themeId),
  };
}
