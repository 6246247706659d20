/**
 * Lets tables that are wider than their page be focused, since who has no pointer
 * scrolls what has the focus; tables that fit are passed over.
 *
 * @returns ends it
 */
export function focusWideTables(article: HTMLElement): () => void {
  // Where nothing is laid out, nothing is wide.
  if (typeof ResizeObserver === 'undefined') {
    return () => {};
  }
  const tables = [...article.querySelectorAll('table')];
  const observer = new ResizeObserver(() => {
    for (const table of tables) {
      if (table.scrollWidth > table.clientWidth) {
        table.tabIndex = 0;
      } else {
        table.removeAttribute('tabindex');
      }
    }
  });
  tables.forEach(table => observer.observe(table));
  return () => observer.disconnect();
}
