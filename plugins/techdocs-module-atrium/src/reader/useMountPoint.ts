import { useEffect, useState } from 'react';
import { getLanguage } from '@atrium/common';
import { useArticle } from './useArticle';

/** Puts an element into the page; defined once, outside of components. */
export type Placement = (article: HTMLElement, element: HTMLElement) => void;

/** An element of ours inside the page, to render into by a portal. */
export function useMountPoint(place: Placement): HTMLElement | undefined {
  const article = useArticle();
  const [element, setElement] = useState<HTMLElement>();
  useEffect(() => {
    if (!article) {
      return undefined;
    }
    const created = document.createElement('div');
    // The page around it may be in another one.
    created.lang = getLanguage();
    place(article, created);
    setElement(created);
    return () => {
      created.remove();
      setElement(undefined);
    };
  }, [article, place]);
  return element;
}
