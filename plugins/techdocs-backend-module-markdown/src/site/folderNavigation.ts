import { isRecord } from '@atrium/common';
import path from 'node:path';
import { isSafeAddress } from '../markdown/links';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';
import type { FolderSettings } from './readFolderSettings';
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

export type NavigationItem =
  | PageItem
  | SectionItem
  | { kind: 'link'; title: string; url: string };

/** How deep entries may be nested; deeper ones are no navigation any more. */
export const MAX_DEPTH = 10;

/** Folders that name one another often must not make a navigation without end. */
export const MAX_ITEMS = 20_000;

/** An entry of a folder's `nav` that stands for all that it does not name. */
const REST = /^(?:\.\.\.|\*)/;

const LINK = /^(?:https?:|mailto:|\/\/)/i;

let collator: Intl.Collator | undefined;

/** Made when it is first asked for: that takes longer than to sort most folders. */
function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}

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
): NavigationItem | undefined {
  return LINK.test(target) && isSafeAddress(target)
    ? { kind: 'link', title: title ?? target, url: target }
    : undefined;
}

export function isIndex(page: SitePage): boolean {
  return /^(?:index|readme)\./i.test(path.posix.basename(page.docPath));
}

interface Folder {
  pages: SitePage[];
  folders: Map<string, Folder>;
}

/** An entry of a folder's own order. */
interface NamedEntry {
  folderPath: string;
  title: string | undefined;
  target: string;
  /** What the entries of the folder have named so far. */
  named: Set<SitePage | Folder>;
}

function noPage(file: string, page: string): SiteWarning {
  return toWarning(
    'navigation',
    words.describe('docs.warning.noNavPage', { list: file, page }),
    { page: file },
  );
}

export interface FolderNavigationOptions {
  pages: SitePage[];
  /** What a folder says about its own order, such as its `.pages`. */
  readSettings(folderPath: string): FolderSettings | undefined;
}

/** The navigation that the folders of the documentation make. */
export class FolderNavigation {
  readonly warnings: SiteWarning[] = [];
  #itemCount = 0;
  readonly #root: Folder = { pages: [], folders: new Map() };
  readonly #readSettings: FolderNavigationOptions['readSettings'];

  constructor({ pages, readSettings }: FolderNavigationOptions) {
    this.#readSettings = readSettings;
    for (const page of pages) {
      let folder = this.#root;
      for (const name of page.docPath.split('/').slice(0, -1)) {
        const next = folder.folders.get(name) ?? {
          pages: [],
          folders: new Map(),
        };
        folder.folders.set(name, next);
        folder = next;
      }
      folder.pages.push(page);
    }
  }

  /** What the documentation holds, in order. */
  items(): NavigationItem[] {
    return this.#itemsOf(this.#root, '');
  }

  /** A folder by its path, as a section; undefined when it holds no page. */
  section(
    folderPath: string,
    title: string | undefined,
  ): NavigationItem | undefined {
    const names = path.posix.normalize(folderPath).split('/').filter(Boolean);
    let folder: Folder | undefined = this.#root;
    for (const name of names) {
      folder = folder?.folders.get(name);
    }
    return folder && names.length > 0
      ? this.#sectionOf(folder, names.join('/'), title)
      : undefined;
  }

  #sectionOf(
    folder: Folder,
    folderPath: string,
    title: string | undefined,
  ): NavigationItem {
    return {
      kind: 'section',
      title:
        title ??
        this.#readSettings(folderPath)?.title ??
        titleFromName(path.posix.basename(folderPath)),
      children: this.#itemsOf(folder, folderPath),
    };
  }

  #itemsOf(folder: Folder, folderPath: string): NavigationItem[] {
    const settings = this.#readSettings(folderPath);
    this.#itemCount += folder.pages.length + folder.folders.size;
    if (settings?.isHidden || this.#itemCount > MAX_ITEMS) {
      return [];
    }
    return settings?.entries
      ? this.#ordered(folder, folderPath, settings)
      : this.#rest(folder, folderPath, new Set());
  }

  /** All that was not named: the pages by name, the index first, then folders. */
  #rest(
    folder: Folder,
    folderPath: string,
    named: ReadonlySet<SitePage | Folder>,
  ): NavigationItem[] {
    const pages = folder.pages
      .filter(page => !named.has(page))
      .sort(
        (a, b) =>
          Number(isIndex(b)) - Number(isIndex(a)) ||
          compareNames(a.docPath, b.docPath),
      );
    const folders = [...folder.folders]
      .filter(([, child]) => !named.has(child))
      .sort(([a], [b]) => compareNames(a, b));
    return [
      ...pages.map(
        (page): NavigationItem => ({ kind: 'page', title: undefined, page }),
      ),
      ...folders.flatMap(([name, child]) => {
        const childPath = path.posix.join(folderPath, name);
        return this.#readSettings(childPath)?.isHidden
          ? []
          : [this.#sectionOf(child, childPath, undefined)];
      }),
    ];
  }

  #ordered(
    folder: Folder,
    folderPath: string,
    settings: FolderSettings,
  ): NavigationItem[] {
    const named = new Set<SitePage | Folder>();
    // What is named is known only when all entries have been read.
    const read = (
      entries: unknown[],
      depth: number,
    ): (NavigationItem | 'rest')[] =>
      depth > MAX_DEPTH
        ? []
        : entries.flatMap((entry): (NavigationItem | 'rest')[] => {
            const [title, target] = isRecord(entry)
              ? Object.entries(entry)[0] ?? []
              : [undefined, entry];
            if (Array.isArray(target) && title !== undefined) {
              const children = read(target, depth + 1).filter(
                item => item !== 'rest',
              );
              return [{ kind: 'section', title, children }];
            }
            this.#itemCount += 1;
            if (this.#itemCount > MAX_ITEMS) {
              return [];
            }
            const text = String(target ?? title);
            if (REST.test(text)) {
              return ['rest'];
            }
            const entryOf = { folderPath, title, target: text, named };
            const item = this.#named(folder, entryOf);
            if (!item) {
              this.warnings.push(noPage(settings.file, text));
            }
            return item ? [item] : [];
          });
    const items = read(settings.entries ?? [], 1);
    const index = folder.pages.find(page => isIndex(page) && !named.has(page));
    if (settings.hasImplicitIndex && index) {
      named.add(index);
      items.unshift({ kind: 'page', title: undefined, page: index });
    }
    return items.flatMap(item =>
      item === 'rest' ? this.#rest(folder, folderPath, named) : [item],
    );
  }

  #named(
    folder: Folder,
    { folderPath, title, target, named }: NamedEntry,
  ): NavigationItem | undefined {
    const link = linkItem(title, target);
    if (link) {
      return link;
    }
    const names = path.posix.normalize(target).split('/').filter(Boolean);
    const last = names.at(-1) ?? '';
    let holder: Folder | undefined = folder;
    for (const name of names.slice(0, -1)) {
      holder = holder?.folders.get(name);
    }
    const page = holder?.pages.find(
      ({ docPath }) => path.posix.basename(docPath) === last,
    );
    if (page) {
      named.add(page);
      return { kind: 'page', title, page };
    }
    const child = holder?.folders.get(last);
    if (child) {
      named.add(child);
      const childPath = path.posix.join(folderPath, ...names);
      return this.#sectionOf(child, childPath, title);
    }
    return undefined;
  }
}
