import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Diagram } from './Diagram';

interface DiagramsProps {
  /** The page that holds blocks of Mermaid's language. */
  article: HTMLElement;
}

/** A block of Mermaid's language and the place where its drawing goes. */
interface DiagramBlock {
  code: HTMLElement;
  place: HTMLElement;
}

/** Draws each diagram of an article where its source stands. */
export function Diagrams({ article }: DiagramsProps) {
  const [blocks, setBlocks] = useState<DiagramBlock[]>([]);
  useEffect(() => {
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
