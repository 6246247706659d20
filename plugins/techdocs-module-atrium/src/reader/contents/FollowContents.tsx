import { useEffect } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { useArticle } from '../useArticle';

const ACTIVE = 'md-nav__link--active';

/** A heading counts as read once it is this far from the top, in pixels. */
const READ_PX = 120;

/**
 * Marks in the table of contents what is being read.
 *
 * @remarks What counts is the last heading above a line near the top, so that a
 * long section stays marked while none of its heading is in sight.
 */
export function FollowContents() {
  const shadowRoot = useShadowRoot();
  const article = useArticle();
  useEffect(() => {
    const links = shadowRoot
      ? [
          ...shadowRoot.querySelectorAll<HTMLAnchorElement>(
            '.md-sidebar--secondary a.md-nav__link',
          ),
        ]
      : [];
    if (!article || links.length === 0) {
      return undefined;
    }
    const sections = links.flatMap(link => {
      const id = decodeAnchor(link.hash);
      const heading = id && article.querySelector(`[id="${CSS.escape(id)}"]`);
      return heading ? [{ link, heading }] : [];
    });
    let frame = 0;
    const follow = () => {
      frame = 0;
      const read = sections.findLast(
        ({ heading }) => heading.getBoundingClientRect().top <= READ_PX,
      );
      for (const { link } of sections) {
        const isRead = link === read?.link;
        link.classList.toggle(ACTIVE, isRead);
        if (isRead) {
          link.setAttribute('aria-current', 'location');
        } else {
          link.removeAttribute('aria-current');
        }
      }
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(follow);
    };
    follow();
    // Whatever scrolls: the window, or a frame around the page.
    const options = { capture: true, passive: true };
    window.addEventListener('scroll', onScroll, options);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll, options);
    };
  }, [shadowRoot, article]);
  return null;
}

function decodeAnchor(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
