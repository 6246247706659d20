import { followOverflow } from './followOverflow';

/**
 * Lets tables be focused while they are wider than their page; those that fit are
 * passed over.
 *
 * @returns ends it
 */
export function focusWideTables(article: HTMLElement): () => void {
  return followOverflow(
    [...article.querySelectorAll('table')],
    (table, isWide) => {
      if (isWide) {
        table.tabIndex = 0;
      } else {
        table.removeAttribute('tabindex');
      }
    },
  );
}
