import { useLayoutEffect } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { t } from '../translation';
import { readerStyles } from './styles/readerStyles';
import { useThemeMode } from './useThemeMode';
import { useReadingWidth } from './width/useReadingWidth';

let sheet: CSSStyleSheet | undefined;

/**
 * Dresses the pages of a site in the app's look.
 *
 * @remarks An adopted stylesheet stays when the reader replaces the page below
 * it, so that going from page to page does not flicker.
 */
export function ReaderStyles() {
  const shadowRoot = useShadowRoot();
  const mode = useThemeMode();
  const width = useReadingWidth();
  const openAll = t('readerStyles.openAll');
  const closeAll = t('readerStyles.closeAll');
  useLayoutEffect(() => {
    if (!shadowRoot) {
      return;
    }
    sheet ??= createSheet();
    if (!shadowRoot.adoptedStyleSheets.includes(sheet)) {
      shadowRoot.adoptedStyleSheets.push(sheet);
    }
    const host = shadowRoot.host as HTMLElement;
    Object.assign(host.dataset, { mode, width });
    host.style.setProperty('--atrium-open-all', JSON.stringify(openAll));
    host.style.setProperty('--atrium-close-all', JSON.stringify(closeAll));
  }, [shadowRoot, mode, width, openAll, closeAll]);
  return null;
}

function createSheet(): CSSStyleSheet {
  const created = new CSSStyleSheet();
  created.replaceSync(readerStyles);
  return created;
}
