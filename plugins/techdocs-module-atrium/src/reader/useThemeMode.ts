import { useSyncExternalStore } from 'react';

export type ThemeMode = 'light' | 'dark';

/** Whether the app is light or dark now; the theme marks the body with it. */
export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, readMode);
}

function readMode(): ThemeMode {
  return document.body.dataset.themeMode === 'dark' ? 'dark' : 'light';
}

function subscribe(onChange: () => void) {
  const observer = new MutationObserver(onChange);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ['data-theme-mode'],
  });
  return () => observer.disconnect();
}
