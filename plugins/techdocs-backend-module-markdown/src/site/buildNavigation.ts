import type { MessageDescriptor } from '@atrium/common';
import createIgnore from 'ignore';
import type { Blog } from './collectBlog';
import {
  FolderNavigation,
  type ListEntry,
  MAX_DEPTH,
  MAX_ITEMS,
} from './folderNavigation';
import type { LinkResolver } from './LinkResolver';
import { linkItem, type NavigationItem } from './NavigationItem';
import { readGlob, readRemainingOfSite, type RestEntry } from './readRestEntry';
import type { FolderSettings } from './readFolderSettings';
import { isIndexPage, type SitePage } from './SitePage';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';

export interface Navigation {
  items: NavigationItem[];
  warnings: SiteWarning[];
}

export interface BuildNavigationOptions {
  pages: SitePage[];
  resolver: LinkResolver;
  /** Patterns of pages that are left out unless `nav` names them. */
  notInNav: string | undefined;
  /** Whether the title of a section leads to its index page. */
  hasSectionIndexes: boolean;
  /** The file that `nav` stands in, for the warnings. */
  configFile: string | undefined;
  /** With awesome-pages `...` in `nav` stands for what it does not name. */
  hasRest: boolean;
  /** With literate-nav `nav` may hold patterns of pages. */
  hasPatterns: boolean;
  /** What a folder says about its own order. */
  readSettings(folderPath: string): FolderSettings | undefined;
  /** The blog of the site, whose lists stand beside it. */
  blog: Blog | undefined;
}

function shownPages(options: BuildNavigationOptions): SitePage[] {
  const posts = new Set(options.blog?.posts.map(({ page }) => page));
  const lists = new Set(
    options.blog?.views.slice(1).flatMap(({ pages }) => pages),
  );
  const pages = options.pages.filter(
    page => !posts.has(page) && !lists.has(page),
  );
  const [index] = options.blog?.views[0].pages ?? [];
  if (index && !pages.includes(index)) {
    pages.push(index);
  }
  if (!options.notInNav) {
    return pages;
  }
  const hidden = createIgnore({ ignorecase: false }).add(options.notInNav);
  return pages.filter(({ docPath }) => !hidden.ignores(docPath));
}

/** Puts the lists of posts beside the blog, wherever that stands. */
function addBlogLists(
  items: NavigationItem[],
  blog: Pick<Blog, 'settings' | 'views'>,
): boolean {
  const { settings, views } = blog;
  const [index] = views[0].pages;
  if (items.some(item => item.kind === 'page' && item.page === index)) {
    const lists = [
      ['archive', settings.archiveName],
      ['category', settings.categoriesName],
    ] as const;
    for (const [kind, title] of lists) {
      const children = views
        .filter(view => view.kind === kind)
        .map(
          ({ name, pages: [page] }): NavigationItem => ({
            kind: 'page',
            title: name,
            page,
          }),
        );
      if (children.length > 0) {
        items.push({ kind: 'section', title, children });
      }
    }
    return true;
  }
  return items.some(
    item => item.kind === 'section' && addBlogLists(item.children, blog),
  );
}

class ConfiguredNavigation {
  readonly warnings: SiteWarning[] = [];
  #itemCount = 0;
  readonly #options: BuildNavigationOptions;
  readonly #folders: FolderNavigation;

  constructor(options: BuildNavigationOptions, folders: FolderNavigation) {
    this.#options = options;
    this.#folders = folders;
  }

  #warn(message: MessageDescriptor) {
    const page = this.#options.configFile;
    this.warnings.push(toWarning('navigation', message, { page }));
  }

  /** The items that `nav` asks for, with all that folders and the rest hold. */
  read(nav: unknown[]): NavigationItem[] {
    const entries = this.#readEntries(nav, 1);
    return this.#folders.fill(entries, this.#options.configFile);
  }

  #readEntries(entries: unknown[], depth: number): ListEntry[] {
    if (depth > MAX_DEPTH) {
      this.#warn(
        words.describe('docs.warning.navTooDeep', { max: String(MAX_DEPTH) }),
      );
      return [];
    }
    return entries.flatMap(entry => this.#readEntry(entry, depth));
  }

  #readEntry(entry: unknown, depth: number): ListEntry[] {
    this.#itemCount += 1;
    if (this.#itemCount > MAX_ITEMS) {
      return [];
    }
    if (typeof entry === 'string') {
      return this.#readTarget(undefined, entry);
    }
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      this.#warn(words.describe('docs.warning.navEntryInvalid'));
      return [];
    }
    return Object.entries(entry).flatMap(
      ([title, value]: [string, unknown]) => {
        if (typeof value === 'string') {
          return this.#readTarget(title, value);
        }
        if (Array.isArray(value)) {
          const children = this.#readEntries(value, depth + 1);
          return [{ kind: 'list' as const, title, children }];
        }
        this.#warn(
          words.describe('docs.warning.navEntryWithoutFile', { title }),
        );
        return [];
      },
    );
  }

  #readTarget(title: string | undefined, target: string): ListEntry[] {
    const link = linkItem(title, target);
    if (link) {
      return [link];
    }
    const page = this.#options.resolver.pageByDocPath(target);
    if (page) {
      this.#folders.name(page, this.#options.hasRest);
      return [{ kind: 'page', title, page }];
    }
    const found = this.#folders.nameFolder(target, title);
    if (found) {
      return [found];
    }
    const rest = this.#readRest(target);
    if (!rest) {
      this.#warn(
        words.describe('docs.warning.noNavPage', { list: 'nav', page: target }),
      );
      return [];
    }
    return title === undefined
      ? [rest]
      : [{ kind: 'list', title, children: [rest] }];
  }

  #readRest(target: string): RestEntry | undefined {
    const { hasRest, hasPatterns } = this.#options;
    return (
      (hasRest ? readRemainingOfSite(target) : undefined) ??
      (hasPatterns && target.includes('*') ? readGlob(target) : undefined)
    );
  }
}

/** Has the title of each section lead to the first index page in it. */
function withIndex(item: NavigationItem): NavigationItem {
  if (item.kind !== 'section') {
    return item;
  }
  const index = item.children.find(
    child => child.kind === 'page' && isIndexPage(child.page),
  );
  return {
    ...item,
    ...(index?.kind === 'page' && { index }),
    children: item.children.filter(child => child !== index).map(withIndex),
  };
}

/** The navigation of the site: `nav` if it is given, else from the folders. */
export function buildNavigation(
  nav: unknown[] | undefined,
  options: BuildNavigationOptions,
): Navigation {
  const folders = new FolderNavigation({
    pages: shownPages(options),
    readSettings: options.readSettings,
  });
  const configured = new ConfiguredNavigation(options, folders);
  const named = nav ? configured.read(nav) : [];
  const items = named.length > 0 ? named : folders.items();
  if (options.blog) {
    addBlogLists(items, options.blog);
  }
  return {
    items: options.hasSectionIndexes ? items.map(withIndex) : items,
    warnings: [...configured.warnings, ...folders.warnings],
  };
}

/** The pages in reading order, each once, for previous and next. */
export function readingOrder(items: NavigationItem[]): SitePage[] {
  const pages = new Set<SitePage>();
  const visit = (item: NavigationItem) => {
    switch (item.kind) {
      case 'page':
        pages.add(item.page);
        break;
      case 'section':
        if (item.index) {
          pages.add(item.index.page);
        }
        item.children.forEach(visit);
        break;
      case 'link':
        break;
      default:
        throw new Error('Unknown navigation item');
    }
  };
  items.forEach(visit);
  return [...pages];
}
