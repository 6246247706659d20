import { useLayoutEffect } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { useArticle } from '../useArticle';
import { translateFrame } from './translateFrame';

/** Has what stands around a page speak the language of the portal. */
export function FrameTexts() {
  const shadowRoot = useShadowRoot();
  const article = useArticle();
  useLayoutEffect(() => {
    if (shadowRoot && article) {
      translateFrame(shadowRoot);
    }
  }, [shadowRoot, article]);
  return null;
}
