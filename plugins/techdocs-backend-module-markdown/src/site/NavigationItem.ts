import { isSafeAddress } from '../markdown/links';
import type { SitePage } from './SitePage';

export interface PageItem {
  kind: 'page';
  title: string | undefined;
  page: SitePage;
}

export interface SectionItem {
  kind: 'section';
  title: string;
  /** The page that its title leads to, which is not among the children then. */
  index?: PageItem;
  children: NavigationItem[];
}

export interface LinkItem {
  kind: 'link';
  title: string;
  url: string;
}

export type NavigationItem = PageItem | SectionItem | LinkItem;

const LINK = /^(?:https?:|mailto:|\/\/)/i;

/** `getting-started` becomes `Getting started`, as mkdocs titles folders. */
export function titleFromName(name: string): string {
  const title = name.replace(/[-_]+/g, ' ').trim();
  return title.toLowerCase() === title
    ? title.charAt(0).toUpperCase() + title.slice(1)
    : title;
}

/** The link that an entry of the navigation leads to, if it is one. */
export function linkItem(
  title: string | undefined,
  target: string,
): LinkItem | undefined {
  return LINK.test(target) && isSafeAddress(target)
    ? { kind: 'link', title: title ?? target, url: target }
    : undefined;
}

/** The pages among items, without the sections that hold them. */
export function pagesOf(items: NavigationItem[]): PageItem[] {
  return items.flatMap(item => {
    if (item.kind === 'section') {
      return pagesOf(item.children);
    }
    return item.kind === 'page' ? [item] : [];
  });
}
