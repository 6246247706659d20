import { type RefObject, useEffect } from 'react';
import { t } from '../../translation';

/**
 * Mends what Swagger UI draws, whenever it draws: its lists have no names, and it
 * calls the operations the main part of the page, which they are not.
 */
export function useAccessible(container: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = container.current;
    if (!element) {
      return undefined;
    }
    const mend = () => {
      for (const list of element.querySelectorAll('select')) {
        if (!list.hasAttribute('aria-label')) {
          list.setAttribute('aria-label', nameOf(list));
        }
      }
      for (const part of element.querySelectorAll('main')) {
        part.setAttribute('role', 'group');
        part.setAttribute('aria-label', t('useAccessible.operations'));
      }
    };
    mend();
    const observer = new MutationObserver(mend);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [container]);
}

function nameOf(list: HTMLSelectElement): string {
  if (list.id === 'servers') {
    return t('useAccessible.server');
  }
  return list.classList.contains('examples-select-element')
    ? t('useAccessible.example')
    : t('useAccessible.mediaType');
}
