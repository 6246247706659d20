import path from 'node:path';
import type { NavigationItem } from '../site/folderNavigation';
import { titleFromName } from '../site/folderNavigation';
import type { CheckedPage } from './checkLinks';
import type { KeptPage } from './KeptPage';
import type { SitePage } from '../site/SitePage';

export type TitleOf = (page: SitePage) => string;

function navigationTitles(items: NavigationItem[]): Map<SitePage, string> {
  const titles = new Map<SitePage, string>();
  const visit = (item: NavigationItem) => {
    if (item.kind === 'section') {
      [...(item.index ? [item.index] : []), ...item.children].forEach(visit);
    } else if (item.kind === 'page' && item.title && !titles.has(item.page)) {
      titles.set(item.page, item.title);
    }
  };
  items.forEach(visit);
  return titles;
}

function pageTitle(
  page: SitePage,
  { summary }: KeptPage,
  navigationTitle: string | undefined,
): string {
  const name = path.posix.basename(page.docPath).replace(/\.[^.]+$/, '');
  const isStart = page.url === '';
  return (
    navigationTitle ??
    summary.title ??
    (isStart
      ? 'Home'
      : titleFromName(name === 'index' ? path.posix.basename(page.url) : name))
  );
}

/** Titles by the rules of mkdocs: navigation, front matter, heading, name. */
export function siteTitles(
  pages: CheckedPage[],
  navigation: NavigationItem[],
  fallback: string,
): TitleOf {
  const fromNavigation = navigationTitles(navigation);
  const titles = new Map(
    pages.map(({ page, rendered }) => [
      page,
      pageTitle(page, rendered, fromNavigation.get(page)),
    ]),
  );
  return page => titles.get(page) ?? fallback;
}
