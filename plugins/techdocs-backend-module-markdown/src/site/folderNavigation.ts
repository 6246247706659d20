import { isRecord } from '@atrium/common';
import path from 'node:path';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';
import {
  linkItem,
  type LinkItem,
  type NavigationItem,
  type PageItem,
  pagesOf,
  type SectionItem,
  titleFromName,
} from './NavigationItem';
import type { FolderSettings } from './readFolderSettings';
import {
  everythingElse,
  isGlob,
  readGlob,
  readRemaining,
  type RestEntry,
} from './readRestEntry';
import {
  contentsOf,
  type DocsFolder,
  folderAt,
  sortContents,
  toDocsFolder,
} from './DocsFolder';
import { isIndexPage, type SitePage } from './SitePage';

/** How deep entries may be nested; deeper ones are no navigation any more. */
export const MAX_DEPTH = 10;

/** Folders that name one another often must not make a navigation without end. */
export const MAX_ITEMS = 20_000;

/** A list of entries with the folder that they are relative to. */
interface EntryList {
  folder: DocsFolder;
  folderPath: string;
  /** What it is called in warnings, and the file that it stands in. */
  name: string;
  file: string | undefined;
  order: FolderSettings['order'];
}

interface FolderEntry {
  kind: 'folder';
  title: string | undefined;
  folder: DocsFolder;
  folderPath: string;
}

/** What an entry stands for, before it is known what the others leave to it. */
export type ListEntry =
  | PageItem
  | LinkItem
  | FolderEntry
  | RestEntry
  | { kind: 'list'; title: string; children: ListEntry[] };

type OpenEntry = FolderEntry | RestEntry;

/** The entries that are filled in, in the order in which they take their part. */
function openEntries(entries: ListEntry[]): OpenEntry[] {
  const open = entries.flatMap((entry): OpenEntry[] => {
    switch (entry.kind) {
      case 'list':
        return openEntries(entry.children);
      case 'folder':
      case 'rest':
        return [entry];
      default:
        return [];
    }
  });
  const isLast = (entry: OpenEntry) =>
    entry.kind === 'rest' && entry.isCatchAll;
  return open.sort((a, b) => Number(isLast(a)) - Number(isLast(b)));
}

function noPage({ name, file }: EntryList, page: string): SiteWarning {
  return toWarning(
    'navigation',
    words.describe('docs.warning.noNavPage', { list: name, page }),
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
  /** What the lists have named or shown so far. */
  readonly #taken = new Set<SitePage | DocsFolder>();
  /** Pages that the lists of folders name in vain. */
  readonly #reserved = new Set<SitePage>();
  /** Settings that have been warned of. */
  readonly #known = new Set<FolderSettings>();
  readonly #pages: SitePage[];
  readonly #root: DocsFolder;
  readonly #readSettings: FolderNavigationOptions['readSettings'];

  constructor({ pages, readSettings }: FolderNavigationOptions) {
    this.#readSettings = readSettings;
    this.#pages = pages;
    this.#root = toDocsFolder(pages);
  }

  /** What the documentation holds, in order. */
  items(): NavigationItem[] {
    return this.#itemsOf(this.#root, '');
  }

  /**
   * Says that `nav` names a page, so that no rest holds it, nor the list of a folder
   * where `nav` alone has it.
   */
  name(page: SitePage, isAlone: boolean) {
    this.#taken.add(page);
    if (isAlone) {
      this.#reserved.add(page);
    }
  }

  /** A folder that `nav` names, by its path; undefined when it holds no page. */
  nameFolder(
    folderPath: string,
    title: string | undefined,
  ): FolderEntry | undefined {
    const names = path.posix.normalize(folderPath).split('/').filter(Boolean);
    const folder = folderAt(this.#root, names);
    if (!folder || names.length === 0) {
      return undefined;
    }
    this.#taken.add(folder);
    return { kind: 'folder', title, folder, folderPath: names.join('/') };
  }

  /** The items of `nav`, in which the folders and the rest are to be filled in. */
  fill(entries: ListEntry[], file: string | undefined): NavigationItem[] {
    return this.#resolve(entries, {
      folder: this.#root,
      folderPath: '',
      name: 'nav',
      file,
      order: undefined,
    });
  }

  /** As a list, which is empty when there is nothing in the folder to show. */
  #sectionOf({ folder, folderPath, title }: FolderEntry): SectionItem[] {
    const children = this.#itemsOf(folder, folderPath);
    return children.length > 0
      ? [
          {
            kind: 'section',
            title:
              title ??
              this.#settingsOf(folderPath)?.title ??
              titleFromName(path.posix.basename(folderPath)),
            children,
          },
        ]
      : [];
  }

  #settingsOf(folderPath: string): FolderSettings | undefined {
    const settings = this.#readSettings(folderPath);
    if (settings && !this.#known.has(settings)) {
      this.#known.add(settings);
      this.warnings.push(...settings.warnings);
    }
    return settings;
  }

  #itemsOf(folder: DocsFolder, folderPath: string): NavigationItem[] {
    const settings = this.#settingsOf(folderPath);
    this.#itemCount += folder.pages.length + folder.folders.size;
    if (settings?.isHidden || this.#itemCount > MAX_ITEMS) {
      return [];
    }
    const list: EntryList = {
      folder,
      folderPath,
      name: settings?.file ?? '',
      file: settings?.file,
      order: settings?.order,
    };
    if (!settings?.entries) {
      return this.#takeRest(everythingElse(), list);
    }
    const listing = folder.pages.find(
      ({ sourcePath }) => sourcePath === settings.file,
    );
    if (listing && !(settings.hasImplicitIndex && isIndexPage(listing))) {
      // It is shown where its own list names it, and is no part of the rest.
      this.#taken.add(listing);
    }
    const entries = this.#readEntries(settings.entries, list, 1);
    const index = folder.pages.find(
      page => isIndexPage(page) && !this.#taken.has(page),
    );
    if (settings.hasImplicitIndex && index) {
      this.#taken.add(index);
      entries.unshift({ kind: 'page', title: undefined, page: index });
    }
    return this.#resolve(entries, list);
  }

  /** Fills in what entries leave to others, now that all names are known. */
  #resolve(entries: ListEntry[], list: EntryList): NavigationItem[] {
    const filled = new Map<OpenEntry, NavigationItem[]>();
    for (const entry of openEntries(entries)) {
      filled.set(
        entry,
        entry.kind === 'folder'
          ? this.#sectionOf(entry)
          : this.#takeRest(entry, list),
      );
    }
    const toItems = (part: ListEntry[]): NavigationItem[] =>
      part.flatMap((entry): NavigationItem[] => {
        switch (entry.kind) {
          case 'list': {
            const { title, children } = entry;
            return [{ kind: 'section', title, children: toItems(children) }];
          }
          case 'folder':
          case 'rest':
            return filled.get(entry) ?? [];
          default:
            return [entry];
        }
      });
    return toItems(entries);
  }

  /** What an entry matches and no other has taken. */
  #takeRest(rest: RestEntry, list: EntryList): NavigationItem[] {
    if (rest.ofSite !== undefined) {
      return this.#takePages(rest);
    }
    const matched = [...contentsOf(list.folder, rest.depth)].filter(content =>
      rest.matches(content.path),
    );
    if (rest.isNamed && matched.length === 0) {
      this.warnings.push(noPage(list, rest.text));
    }
    const left = matched.filter(
      ({ page, folder }) => !this.#taken.has(page ?? folder),
    );
    for (const { page, folder } of left) {
      this.#taken.add(page ?? folder);
    }
    return sortContents(left, list.order).flatMap((content): NavigationItem[] =>
      content.folder
        ? this.#sectionOf({
            kind: 'folder',
            title: undefined,
            folder: content.folder,
            folderPath: path.posix.join(list.folderPath, content.path),
          })
        : [{ kind: 'page', title: undefined, page: content.page }],
    );
  }

  /** The pages of all folders that an entry matches, below their folders or without. */
  #takePages(rest: RestEntry): NavigationItem[] {
    const pages = this.#pages.filter(
      page => !this.#taken.has(page) && rest.matches(page.docPath),
    );
    for (const page of pages) {
      this.#taken.add(page);
      this.#reserved.add(page);
    }
    // What the folders name besides is no mistake: it is shown elsewhere.
    const part = new FolderNavigation({
      pages,
      readSettings: this.#readSettings,
    });
    const items = part.fill([everythingElse()], undefined);
    return rest.ofSite === 'flat' ? pagesOf(items) : items;
  }

  #readEntries(
    entries: unknown[],
    list: EntryList,
    depth: number,
  ): ListEntry[] {
    return depth > MAX_DEPTH
      ? []
      : entries.flatMap(entry => this.#readEntry(entry, list, depth));
  }

  #readEntry(entry: unknown, list: EntryList, depth: number): ListEntry[] {
    if (isRecord(entry) && typeof entry.glob === 'string') {
      return this.#readGlobOptions(entry, list);
    }
    const [title, target] = isRecord(entry)
      ? Object.entries(entry)[0] ?? []
      : [undefined, entry];
    if (Array.isArray(target) && title !== undefined) {
      const children = this.#readEntries(target, list, depth + 1);
      return [{ kind: 'list', title, children }];
    }
    this.#itemCount += 1;
    if (this.#itemCount > MAX_ITEMS) {
      return [];
    }
    return this.#readTarget(title, String(target ?? title), list);
  }

  #readTarget(
    title: string | undefined,
    target: string,
    list: EntryList,
  ): ListEntry[] {
    const named = this.#named(list, title, target);
    if (named) {
      return named;
    }
    const rest =
      readRemaining(target) ?? (isGlob(target) ? readGlob(target) : undefined);
    if (!rest) {
      this.warnings.push(noPage(list, target));
      return [];
    }
    return title === undefined
      ? [rest]
      : [{ kind: 'list', title, children: [rest] }];
  }

  /** `glob` of awesome-nav, the options of which are not read. */
  #readGlobOptions(
    { glob, ...options }: Record<string, unknown>,
    list: EntryList,
  ): ListEntry[] {
    const { ignore_no_matches: isOptional, ...ignored } = options;
    for (const setting of Object.keys(ignored)) {
      this.warnings.push(
        toWarning(
          'navigation',
          words.describe('docs.warning.settingIgnored', {
            setting,
            file: list.name,
          }),
          { page: list.file },
        ),
      );
    }
    const rest = readGlob(String(glob));
    return [{ ...rest, isNamed: rest.isNamed && isOptional !== true }];
  }

  /** What an entry names: a link, a page or a folder; undefined when it names none. */
  #named(
    { folder, folderPath }: EntryList,
    title: string | undefined,
    target: string,
  ): ListEntry[] | undefined {
    const link = linkItem(title, target);
    if (link) {
      return [link];
    }
    const names = path.posix.normalize(target).split('/').filter(Boolean);
    const last = names.at(-1) ?? '';
    const holder = folderAt(folder, names.slice(0, -1));
    const page = holder?.pages.find(
      ({ docPath }) => path.posix.basename(docPath) === last,
    );
    if (page) {
      this.#taken.add(page);
      return this.#reserved.has(page) ? [] : [{ kind: 'page', title, page }];
    }
    const child = holder?.folders.get(last);
    if (child) {
      this.#taken.add(child);
      return [
        {
          kind: 'folder',
          title,
          folder: child,
          folderPath: path.posix.join(folderPath, ...names),
        },
      ];
    }
    return undefined;
  }
}
