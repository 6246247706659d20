import { type PropsWithChildren, useMemo, useSyncExternalStore } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { UnifiedThemeProvider } from '@backstage/theme';
import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { createAtriumTheme } from './createAtriumTheme';
import { darkPalette, lightPalette } from './palette';

const themes = {
  light: createAtriumTheme('light', lightPalette),
  dark: createAtriumTheme('dark', darkPalette),
};

/**
 * Draws the app in the theme that is chosen, or that of the system. One
 * component for both themes: with two, React would build the page anew when the
 * system turns dark in the evening, and what was typed would be lost.
 */
export function AtriumThemeProvider({ children }: PropsWithChildren<object>) {
  const api = useApi(appThemeApiRef);
  const chosen = useObservable(api.activeThemeId$(), api.getActiveThemeId());
  const isSystemDark = usePrefersDark();
  const isDark = chosen ? chosen === 'dark' : isSystemDark;
  return (
    <UnifiedThemeProvider
      theme={isDark ? themes.dark : themes.light}
      themeName="atrium"
    >
      {children}
    </UnifiedThemeProvider>
  );
}

function usePrefersDark(): boolean {
  const query = useMemo(
    () => window.matchMedia('(prefers-color-scheme: dark)'),
    [],
  );
  return useSyncExternalStore(
    onChange => {
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => query.matches,
  );
}
