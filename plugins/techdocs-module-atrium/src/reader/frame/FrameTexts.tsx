import { useLayoutEffect, useMemo } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { useArticle } from '../useArticle';
import { readFrameTexts, translateFrame } from './translateFrame';

/** Has what stands around a page speak the language of the portal. */
export function FrameTexts() {
  const shadowRoot = useShadowRoot();
  const article = useArticle();
  // While it is drawn, so that it waits for texts that are still being loaded.
  const texts = useMemo(readFrameTexts, []);
  useLayoutEffect(() => {
    if (shadowRoot && article) {
      translateFrame(shadowRoot, texts);
    }
  }, [shadowRoot, article, texts]);
  return null;
}
