import { useEffect } from 'react';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';

/** What is named: a page, or the part of it that is open, such as one resource of a list. */
export type DocumentTitleLevel = 'page' | 'part';

interface Named {
  level: DocumentTitleLevel;
  title: string;
}

/** What is on the page at present. */
const named = new Set<Named>();

/**
 * Names what is open in the tab of the browser and in its history: the part before the
 * page, the app last.
 *
 * @param names - the more special one first; absent while it is not known
 */
export function useDocumentTitle(
  level: DocumentTitleLevel,
  ...names: (string | undefined)[]
): void {
  const app = useApi(configApiRef).getOptionalString('app.title');
  const title = names.filter(Boolean).join(' | ');
  useEffect(() => {
    const show = () => {
      const titles = (of: DocumentTitleLevel) =>
        [...named].filter(one => one.level === of).map(one => one.title);
      document.title = [...titles('part'), ...titles('page'), app]
        .filter(Boolean)
        .join(' | ');
    };
    const own = { level, title };
    named.add(own);
    show();
    return () => {
      named.delete(own);
      show();
    };
  }, [app, level, title]);
}
