/**
 * Tells of elements, now and whenever their size changes, whether they hold more
 * than they show, and so scroll. Who has no pointer scrolls what has the focus.
 *
 * @returns ends it
 */
export function followOverflow<TElement extends HTMLElement>(
  elements: readonly TElement[],
  onLook: (element: TElement, isOverflowing: boolean) => void,
): () => void {
  // Where nothing is laid out, everything fits.
  if (typeof ResizeObserver === 'undefined') {
    return () => {};
  }
  const observer = new ResizeObserver(() => {
    for (const element of elements) {
      onLook(element, element.scrollWidth > element.clientWidth);
    }
  });
  elements.forEach(element => observer.observe(element));
  return () => observer.disconnect();
}
