import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSearchParams } from 'react-router-dom';
import { t } from '../../translation';
import { type Placement, useMountPoint } from '../useMountPoint';
import { useArticle } from '../useArticle';
import { findHits } from './findHits';
import { HIT_PARAMETER } from './hitParameter';

/** What the stylesheet of the reader calls the marks. */
const HIGHLIGHT = 'atrium-docs-hit';

const aboveArticle: Placement = (article, element) => article.before(element);

/**
 * Marks what was searched for on the page that was found.
 *
 * @remarks The marks are ranges of the browser, so that nothing in the page
 * changes. A browser without them shows the page as it is.
 */
export function HitMarks() {
  const [params, setParams] = useSearchParams();
  const term = params.get(HIT_PARAMETER) ?? '';
  const article = useArticle();
  const place = useMountPoint(aboveArticle);
  const [count, setCount] = useState(0);
  useEffect(() => {
    const highlights = window.CSS?.highlights;
    if (!article || term === '' || !highlights) {
      return undefined;
    }
    const hits = findHits(article, term);
    setCount(hits.length);
    highlights.set(HIGHLIGHT, new Highlight(...hits));
    const first = hits.at(0)?.startContainer.parentElement;
    // After the stock reader, which goes to the top of each page.
    const frame = requestAnimationFrame(() => {
      if (!window.location.hash) {
        first?.scrollIntoView({ block: 'center' });
      }
    });
    return () => {
      cancelAnimationFrame(frame);
      highlights.delete(HIGHLIGHT);
      setCount(0);
    };
  }, [article, term]);
  if (count === 0 || !place) {
    return null;
  }
  return createPortal(
    <div className="atrium-hits">
      <span role="status">{t('hitMarks.matchesFor', { count, term })}</span>
      <button
        type="button"
        onClick={() =>
          setParams(
            current => {
              current.delete(HIT_PARAMETER);
              return current;
            },
            { replace: true, preventScrollReset: true },
          )
        }
      >
        {t('hitMarks.clear')}
      </button>
    </div>,
    place,
  );
}
