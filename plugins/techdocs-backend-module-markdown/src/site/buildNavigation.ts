import createIgnore from 'ignore';
import path from 'node:path';
import { isSafeAddress } from '../markdown/links';
import type { LinkResolver } from './LinkResolver';
import type { SitePage } from './SitePage';
import type { SiteWarning } from '../markdown/SiteWarning';

export type NavigationItem =
  | { kind: 'page'; title: string | undefined; page: SitePage }
  | { kind: 'section'; title: string; children: NavigationItem[] }
  | { kind: 'link'; title: string; url: string };

export interface Navigation {
  items: NavigationItem[];
  warnings: SiteWarning[];
}

export interface BuildNavigationOptions {
  pages: SitePage[];
  resolver: LinkResolver;
  /** Patterns of pages that are left out unless `nav` names them. */
  notInNav: string | undefined;
  /** The file that `nav` stands in, for the warnings. */
  configFile: string | undefined;
}

const MAX_DEPTH = 10;
const MAX_ITEMS = 20_000;

/** `getting-started` becomes `Getting started`, as mkdocs titles folders. */
export function titleFromName(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.toLowerCase() === words
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : words;
}

function isIndex(page: SitePage): boolean {
  return /^(?:index|readme)\./i.test(path.posix.basename(page.docPath));
}

const collator = new Intl.Collator('en', { numeric: true });

interface Folder {
  pages: SitePage[];
  folders: Map<string, Folder>;
}

function toItems(folder: Folder): NavigationItem[] {
  const pages = [...folder.pages].sort(
    (a, b) =>
      Number(isIndex(b)) - Number(isIndex(a)) ||
      collator.compare(a.docPath, b.docPath),
  );
  const names = [...folder.folders.keys()].sort(collator.compare);
  return [
    ...pages.map(
      (page): NavigationItem => ({ kind: 'page', title: undefined, page }),
    ),
    ...names.flatMap((name): NavigationItem[] => {
      const child = folder.folders.get(name);
      return child
        ? [
            {
              kind: 'section',
              title: titleFromName(name),
              children: toItems(child),
            },
          ]
        : [];
    }),
  ];
}

function fromFolders(pages: SitePage[]): NavigationItem[] {
  const root: Folder = { pages: [], folders: new Map() };
  for (const page of pages) {
    let folder = root;
    for (const name of page.docPath.split('/').slice(0, -1)) {
      let next = folder.folders.get(name);
      if (!next) {
        next = { pages: [], folders: new Map() };
        folder.folders.set(name, next);
      }
      folder = next;
    }
    folder.pages.push(page);
  }
  return toItems(root);
}

function shownPages({ pages, notInNav }: BuildNavigationOptions): SitePage[] {
  if (!notInNav) {
    return pages;
  }
  const hidden = createIgnore().add(notInNav);
  return pages.filter(({ docPath }) => !hidden.ignores(docPath));
}

class ConfiguredNavigation {
  readonly warnings: SiteWarning[] = [];
  #itemCount = 0;
  readonly #options: BuildNavigationOptions;

  constructor(options: BuildNavigationOptions) {
    this.#options = options;
  }

  #warn(message: string) {
    this.warnings.push({
      kind: 'navigation',
      message,
      page: this.#options.configFile,
    });
  }

  read(entries: unknown[], depth: number): NavigationItem[] {
    if (depth > MAX_DEPTH) {
      this.#warn(
        `'nav' is nested more than ${MAX_DEPTH} times; the rest was left out`,
      );
      return [];
    }
    return entries.flatMap(entry => this.#readEntry(entry, depth));
  }

  #readEntry(entry: unknown, depth: number): NavigationItem[] {
    this.#itemCount += 1;
    if (this.#itemCount > MAX_ITEMS) {
      return [];
    }
    if (typeof entry === 'string') {
      return this.#readTarget(undefined, entry);
    }
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      this.#warn("An entry of 'nav' is neither a file nor a titled list");
      return [];
    }
    return Object.entries(entry).flatMap(
      ([title, value]: [string, unknown]) => {
        if (typeof value === 'string') {
          return this.#readTarget(title, value);
        }
        if (Array.isArray(value)) {
          const children = this.read(value, depth + 1);
          return [{ kind: 'section' as const, title, children }];
        }
        this.#warn(
          `The entry '${title}' of 'nav' has neither a file nor a list`,
        );
        return [];
      },
    );
  }

  #readTarget(title: string | undefined, target: string): NavigationItem[] {
    if (/^(?:https?:|mailto:|\/\/)/i.test(target) && isSafeAddress(target)) {
      return [{ kind: 'link', title: title ?? target, url: target }];
    }
    const page = this.#options.resolver.pageByDocPath(target);
    if (!page) {
      this.#warn(`'nav' names '${target}', and there is no such page`);
      return [];
    }
    return [{ kind: 'page', title, page }];
  }
}

/** The navigation of the site: `nav` if it is given, else from the folders. */
export function buildNavigation(
  nav: unknown[] | undefined,
  options: BuildNavigationOptions,
): Navigation {
  if (nav) {
    const configured = new ConfiguredNavigation(options);
    const items = configured.read(nav, 1);
    if (items.length > 0) {
      return { items, warnings: configured.warnings };
    }
    const { warnings } = configured;
    return { items: fromFolders(shownPages(options)), warnings };
  }
  return { items: fromFolders(shownPages(options)), warnings: [] };
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
