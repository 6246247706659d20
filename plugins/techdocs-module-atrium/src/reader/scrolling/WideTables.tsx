import { useEffect } from 'react';
import { useArticle } from '../useArticle';
import { focusWideTables } from './focusWideTables';

/** Has wide tables of the page that is read scroll by keyboard. */
export function WideTables() {
  const article = useArticle();
  useEffect(() => article && focusWideTables(article), [article]);
  return null;
}
