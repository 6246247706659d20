import { useEffect } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { t } from '../../translation';
import { useArticle } from '../useArticle';

/**
 * Names what opens the list of pages in a narrow window, and lets Escape close it.
 *
 * @remarks That is a box to tick, whose label is the button that is seen: the stock
 * reader names it in English alone, by the titles of all its labels.
 */
export function PageListToggle() {
  const shadowRoot = useShadowRoot();
  const article = useArticle();
  const name = t('pageListToggle.pages');
  useEffect(() => {
    const list = shadowRoot?.querySelector<HTMLElement>('.md-sidebar--primary');
    const toggle = shadowRoot?.querySelector<HTMLInputElement>(
      'input[data-md-toggle=drawer]',
    );
    if (!article || !list || !toggle) {
      return undefined;
    }
    toggle.setAttribute('aria-label', name);
    shadowRoot?.querySelector('#toggle-sidebar')?.setAttribute('title', name);
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && toggle.checked) {
        toggle.checked = false;
        toggle.focus();
      }
    };
    const parts = [toggle, list];
    parts.forEach(part => part.addEventListener('keydown', close));
    return () =>
      parts.forEach(part => part.removeEventListener('keydown', close));
  }, [shadowRoot, article, name]);
  return null;
}
