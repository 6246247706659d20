import path from 'node:path';

/** One Markdown file and the address that its page gets. */
export interface SitePage {
  /** Path inside the repository, such as `docs/guide/install.md`. */
  sourcePath: string;
  /** Path inside the docs folder, such as `guide/install.md`. */
  docPath: string;
  /** Address inside the site with a slash at the end, or empty for the start. */
  url: string;
  sizeBytes: number;
  /** The page that stands for it in the navigation, such as the blog of a post. */
  navigationPage?: SitePage;
}

/** A file that is published unchanged, such as an image. */
export interface SiteAsset {
  sourcePath: string;
  /** Where it is published inside the site. */
  outputPath: string;
  sizeBytes: number;
}

/** Whether it is the page of its folder. */
export function isIndexPage(page: SitePage): boolean {
  return /^(?:index|readme)\./i.test(path.posix.basename(page.docPath));
}

/** `guide/install.md` is shown at `guide/install/`, as mkdocs does it. */
export function pageUrl(docPath: string): string {
  const withoutExtension = docPath.replace(/\.(?:md|markdown)$/i, '');
  const parts = withoutExtension.split('/');
  const last = parts.pop() ?? '';
  const isIndex = last === 'index' || /^readme$/i.test(last);
  const folder = parts.map(part => `${part}/`).join('');
  return isIndex ? folder : `${folder}${last}/`;
}

export function isMarkdownPath(filePath: string): boolean {
  return /\.(?:md|markdown)$/i.test(filePath);
}

export function isImagePath(filePath: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg|ico)$/i.test(filePath);
}

/** Address of a target as seen from the page at `fromUrl`. */
export function relativeUrl(fromUrl: string, toUrl: string): string {
  const from = fromUrl.split('/').filter(Boolean);
  const toParts = toUrl.split('/');
  // The last part is a file name, or empty when the target is a folder.
  const toFile = toParts.pop() ?? '';
  let shared = 0;
  while (
    shared < from.length &&
    shared < toParts.length &&
    from[shared] === toParts[shared]
  ) {
    shared += 1;
  }
  const up = '../'.repeat(from.length - shared);
  const down = toParts
    .slice(shared)
    .map(part => `${encodeURIComponent(part)}/`)
    .join('');
  const result = `${up}${down}${encodeURIComponent(toFile)}`;
  return result || './';
}
