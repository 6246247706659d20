import { type RefObject, useEffect, useState } from 'react';

/** A panel of an error that can be opened; a notice above a page cannot. */
const ERROR_PANEL = '[role="alert"] [aria-expanded]';

/**
 * Whether the stock reader shows a panel of an error in its place.
 *
 * @remarks It does so, and asks for no page, where it gets no cookie for what pages hold.
 * The pages themselves are in a shadow tree, which is not looked at.
 */
export function useStockFailure(reader: RefObject<HTMLElement>): boolean {
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    const element = reader.current;
    if (!element) {
      return undefined;
    }
    const look = () =>
      setHasFailed(element.querySelector(ERROR_PANEL) !== null);
    look();
    const observer = new MutationObserver(look);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [reader]);
  return hasFailed;
}
