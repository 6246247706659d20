import path from 'node:path';
import { type NavigationItem, titleFromName } from '../site/NavigationItem';
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

interface PageTitleOptions {
  navigationTitle: string | undefined;
  /** Whether a page without a title is called 'Index', or after its folder. */
  namesIndexes: boolean;
}

function pageTitle(
  page: SitePage,
  { summary }: KeptPage,
  { navigationTitle, namesIndexes }: PageTitleOptions,
): string {
  const name = path.posix.basename(page.docPath).replace(/\.[^.]+$/, '');
  const isStart = page.url === '';
  return (
    navigationTitle ??
    summary.title ??
    (isStart
      ? 'Home'
      : titleFromName(
          name === 'index' && !namesIndexes
            ? path.posix.basename(page.url)
            : name,
        ))
  );
}

export interface SiteTitlesOptions {
  /** For a page that is not one of these. */
  fallback: string;
  /** As mkdocs has it, whose sites may rely on it. */
  namesIndexes: boolean;
}

/** Titles by the rules of mkdocs: navigation, front matter, heading, name. */
export function siteTitles(
  pages: CheckedPage[],
  navigation: NavigationItem[],
  { fallback, namesIndexes }: SiteTitlesOptions,
): TitleOf {
  const fromNavigation = navigationTitles(navigation);
  const titles = new Map(
    pages.map(({ page, rendered }) => [
      page,
      pageTitle(page, rendered, {
        navigationTitle: fromNavigation.get(page),
        namesIndexes,
      }),
    ]),
  );
  return page => titles.get(page) ?? fallback;
}
