import path from 'node:path';
import type { FolderSettings } from './readFolderSettings';
import { isIndexPage, type SitePage } from './SitePage';

/** A folder of the documentation that holds pages, or folders that do. */
export interface DocsFolder {
  pages: SitePage[];
  folders: Map<string, DocsFolder>;
}

let collator: Intl.Collator | undefined;

/** Made when it is first asked for: that takes longer than to sort most folders. */
function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}

/** The folder that holds all pages. */
export function toDocsFolder(pages: SitePage[]): DocsFolder {
  const root: DocsFolder = { pages: [], folders: new Map() };
  for (const page of pages) {
    let folder = root;
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
  return root;
}

/** The folder at the end of a path; itself for an empty one. */
export function folderAt(
  folder: DocsFolder,
  names: string[],
): DocsFolder | undefined {
  return names.reduce<DocsFolder | undefined>(
    (holder, name) => holder?.folders.get(name),
    folder,
  );
}

/** Something in a folder, by its path from there; that of a folder ends with a slash. */
type FolderContent =
  | { path: string; page: SitePage; folder?: undefined }
  | { path: string; page?: undefined; folder: DocsFolder };

/** What lies in a folder, and so many levels below it. */
export function* contentsOf(
  { pages, folders }: DocsFolder,
  depth: number,
  prefix = '',
): Generator<FolderContent> {
  for (const page of pages) {
    yield { path: prefix + path.posix.basename(page.docPath), page };
  }
  for (const [name, folder] of folders) {
    yield { path: `${prefix}${name}/`, folder };
    if (depth > 1) {
      yield* contentsOf(folder, depth - 1, `${prefix}${name}/`);
    }
  }
}

/** An index stands where its folder would. */
function sortKey({ path: contentPath, page }: FolderContent): string {
  return page && isIndexPage(page)
    ? contentPath.slice(0, -path.posix.basename(contentPath).length)
    : contentPath.replace(/\/$/, '');
}

/** Pages in front of folders, both by their path. */
function compareContents(a: FolderContent, b: FolderContent): number {
  return (
    Number(a.folder !== undefined) - Number(b.folder !== undefined) ||
    compareNames(sortKey(a), sortKey(b)) ||
    compareNames(a.path, b.path)
  );
}

/** As Python compares names, in which pages and folders are alike. */
function compareBasenames(a: FolderContent, b: FolderContent): number {
  return path.posix.basename(a.path) < path.posix.basename(b.path) ? -1 : 1;
}

/** Sorts as folders say, or as mkdocs does. */
export function sortContents(
  contents: FolderContent[],
  order: FolderSettings['order'],
): FolderContent[] {
  if (order === undefined) {
    return contents.sort(compareContents);
  }
  const direction = order === 'desc' ? -1 : 1;
  return contents.sort((a, b) => direction * compareBasenames(a, b));
}
