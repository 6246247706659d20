import { useCallback, useSyncExternalStore } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';

/**
 * The article of the page that is shown; another one for each page.
 *
 * @remarks Unlike the stock `useShadowRootElements` this watches for another
 * page only, not for every change inside of one, of which addons make many.
 */
export function useArticle(): HTMLElement | undefined {
  const shadowRoot = useShadowRoot();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const observer = new MutationObserver(onChange);
      if (shadowRoot) {
        observer.observe(shadowRoot, { childList: true });
      }
      return () => observer.disconnect();
    },
    [shadowRoot],
  );
  const getArticle = () =>
    shadowRoot?.querySelector<HTMLElement>('article.md-content__inner') ??
    undefined;
  return useSyncExternalStore(subscribe, getArticle);
}
