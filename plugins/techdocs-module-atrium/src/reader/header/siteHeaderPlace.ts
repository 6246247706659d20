import { createContext, useContext, useLayoutEffect } from 'react';

/** Where the frame of the reader has the header of a site. */
interface SiteHeaderPlace {
  /** What to draw into; absent until it is there, and on the tab of an entity. */
  element?: HTMLElement;
  /** Is told whether something is drawn there. */
  setFilled(isFilled: boolean): void;
  /** Whether there is a page below it. */
  isPageShown: boolean;
  setPageShown(isPageShown: boolean): void;
}

const SiteHeaderContext = createContext<SiteHeaderPlace>({
  setFilled: () => {},
  isPageShown: false,
  setPageShown: () => {},
});

export const SiteHeaderPlaceProvider = SiteHeaderContext.Provider;

/** Whether there is a page below the header. */
export const useIsPageShown = () => useContext(SiteHeaderContext).isPageShown;

/** Tells the frame of the reader whether there is a page below the header. */
export function useTellPageShown(isPageShown: boolean): void {
  const { setPageShown } = useContext(SiteHeaderContext);
  useLayoutEffect(() => setPageShown(isPageShown), [isPageShown, setPageShown]);
}

/** The place for what is drawn by who asks; it counts as filled while they are there. */
export function useSiteHeaderPlace(): HTMLElement | undefined {
  const { element, setFilled } = useContext(SiteHeaderContext);
  useLayoutEffect(() => {
    if (!element) {
      return undefined;
    }
    setFilled(true);
    return () => setFilled(false);
  }, [element, setFilled]);
  return element;
}
