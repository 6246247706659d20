import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useArticle } from '../useArticle';
import { Diagram } from './Diagram';

/** A block of Mermaid's language and the place where its drawing goes. */
interface DiagramBlock {
  code: HTMLElement;
  place: HTMLElement;
}

/** Draws the diagrams of a page. */
export function MermaidDiagrams() {
  const article = useArticle();
  const [blocks, setBlocks] = useState<DiagramBlock[]>([]);
  useEffect(() => {
    if (!article) {
      return undefined;
    }
    const found = findBlocks(article);
    setBlocks(found);
    return () => {
      for (const { place } of found) {
        place.remove();
      }
      setBlocks([]);
    };
  }, [article]);
  return (
    <>
      {blocks.map(({ code, place }, index) =>
        createPortal(<Diagram code={code} />, place, String(index)),
      )}
    </>
  );
}

function findBlocks(article: HTMLElement): DiagramBlock[] {
  return [...article.querySelectorAll<HTMLElement>('pre.mermaid')].map(code => {
    const place = document.createElement('div');
    code.before(place);
    return { code, place };
  });
}
