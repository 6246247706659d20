import { useEffect } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { useArticle } from '../useArticle';

const TOGGLE = '.md-nav__item--nested > input.md-nav__toggle';

/**
 * Says of each folder in the list of pages what it is called and whether it is open.
 *
 * @remarks Sites open one by a box to tick, whose label is the folder. They hide the box
 * from everybody, so that a folder is a mere word to who does not use a mouse; the styles
 * of the reader hide it from the eye alone.
 */
export function FolderToggles() {
  const shadowRoot = useShadowRoot();
  const article = useArticle();
  useEffect(() => {
    if (!article || !shadowRoot) {
      return undefined;
    }
    const say = (toggle: HTMLInputElement) =>
      toggle.setAttribute('aria-expanded', String(toggle.checked));
    const onChange = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.matches(TOGGLE)) {
        say(target);
      }
    };
    for (const toggle of shadowRoot.querySelectorAll<HTMLInputElement>(
      TOGGLE,
    )) {
      // Of a folder with a page of its own, only the link to that may have a name.
      const title = toggle.parentElement?.querySelector('.md-ellipsis');
      if (title?.textContent) {
        toggle.setAttribute('aria-label', title.textContent.trim());
      }
      say(toggle);
    }
    shadowRoot.addEventListener('change', onChange);
    return () => shadowRoot.removeEventListener('change', onChange);
  }, [shadowRoot, article]);
  return null;
}
