import { useArticle } from '../useArticle';
import { Diagrams } from './Diagrams';

/** Draws the diagrams of the page that is being read. */
export function MermaidDiagrams() {
  const article = useArticle();
  return article && <Diagrams article={article} />;
}
