import { type RefObject, useEffect } from 'react';

/**
 * Brings a part of what somebody else draws into view. It is drawn late, so it is
 * waited for.
 *
 * @param container - in which it is drawn
 * @param reveal - says whether the part was there; keep its identity stable
 */
export function useRevealed(
  container: RefObject<HTMLElement>,
  reveal: ((container: HTMLElement) => boolean) | undefined,
): void {
  useEffect(() => {
    const element = container.current;
    if (!element || !reveal || reveal(element)) {
      return undefined;
    }
    const observer = new MutationObserver(() => {
      if (reveal(element)) {
        observer.disconnect();
      }
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [container, reveal]);
}
