import type { MessageDescriptor } from '@atrium/common';
import { InputError, NotFoundError } from '@backstage/errors';
import createIgnore from 'ignore';
import type { EngineLimits } from '../readMarkdownEngineConfig';
import { describeSize } from './describeSize';
import type { MkdocsConfig } from './readMkdocsConfig';
import { DEFAULT_DOCS_DIR } from './readMkdocsConfig';
import type { SiteAsset, SitePage } from './SitePage';
import { isMarkdownPath, pageUrl } from './SitePage';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';
import type { SourceFile, SourceFolder } from './SourceFolder';

export interface CollectedPages {
  pages: SitePage[];
  assets: SiteAsset[];
  warnings: SiteWarning[];
}

/** Addresses that the engine itself writes; no file may take their place. */
const RESERVED_OUTPUT =
  /^(?:techdocs_metadata\.json|atrium_docs\.json|search\/search_index\.json|assets\/stylesheets\/main\..*)$/i;

/** What is published when the docs folder is the whole repository. */
const MEDIA_EXTENSION =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|pdf|mp4|webm|mp3|ogg)$/i;

export const README_NAMES = ['README.md', 'readme.md', 'Readme.md'];

function findReadme(folder: SourceFolder): SourceFile | undefined {
  for (const path of README_NAMES) {
    const sizeBytes = folder.fileSize(path);
    if (sizeBytes !== undefined) {
      return { path, sizeBytes };
    }
  }
  return undefined;
}

function toReadmePage(readme: SourceFile): SitePage {
  return {
    sourcePath: readme.path,
    docPath: 'README.md',
    url: '',
    sizeBytes: readme.sizeBytes,
  };
}

/** An index file wins over a README of the same folder, as in mkdocs. */
function byPrecedence(a: SourceFile, b: SourceFile): number {
  const rank = (file: SourceFile) =>
    /(?:^|\/)readme\.[^/]+$/i.test(file.path) ? 1 : 0;
  return rank(a) - rank(b);
}

function toPages(docsDir: string, files: SourceFile[]): CollectedPages {
  const prefix = docsDir === '.' ? '' : `${docsDir}/`;
  const result: CollectedPages = { pages: [], assets: [], warnings: [] };
  const sourceByUrl = new Map<string, string>();
  for (const file of files.filter(f => isMarkdownPath(f.path))) {
    const docPath = file.path.slice(prefix.length);
    const url = pageUrl(docPath);
    // Two names that differ in case only are one page on some stores.
    const taken = sourceByUrl.get(url.toLowerCase());
    if (taken !== undefined) {
      result.warnings.push(
        toWarning(
          'file',
          words.describe('docs.warning.addressTaken', { other: taken }),
          { page: file.path },
        ),
      );
      continue;
    }
    sourceByUrl.set(url.toLowerCase(), file.path);
    const { path: sourcePath, sizeBytes } = file;
    result.pages.push({ sourcePath, docPath, url, sizeBytes });
  }
  return result;
}

function collectAssets(
  docsDir: string,
  files: SourceFile[],
  limits: EngineLimits,
): { assets: SiteAsset[]; warnings: SiteWarning[] } {
  const prefix = docsDir === '.' ? '' : `${docsDir}/`;
  const assets: SiteAsset[] = [];
  const warnings: SiteWarning[] = [];
  let totalBytes = 0;
  for (const { path: sourcePath, sizeBytes } of files) {
    const isSourceCode = docsDir === '.' && !MEDIA_EXTENSION.test(sourcePath);
    if (isMarkdownPath(sourcePath) || isSourceCode) {
      continue;
    }
    const outputPath = sourcePath.slice(prefix.length);
    const leaveOut = (reason: MessageDescriptor) =>
      warnings.push(leftOut(outputPath, sourcePath, reason));
    if (RESERVED_OUTPUT.test(outputPath)) {
      leaveOut(words.describe('docs.file.nameTaken'));
    } else if (/\.html?$/i.test(outputPath)) {
      // A finished page from the repository would bypass the sanitiser.
      leaveOut(words.describe('docs.file.htmlFile'));
    } else if (sizeBytes > limits.maxAssetBytes) {
      leaveOut(
        words.describe('docs.file.tooLarge', {
          size: describeSize(sizeBytes),
          maxSize: describeSize(limits.maxAssetBytes),
        }),
      );
    } else {
      totalBytes += sizeBytes;
      assets.push({ sourcePath, outputPath, sizeBytes });
    }
  }
  if (totalBytes > limits.maxAssetsBytes) {
    throw words.error(
      InputError,
      words.describe('docs.failure.filesTooLarge', {
        size: describeSize(totalBytes),
        maxSize: describeSize(limits.maxAssetsBytes),
      }),
    );
  }
  return { assets, warnings };
}

function leftOut(
  path: string,
  page: string,
  reason: MessageDescriptor,
): SiteWarning {
  return toWarning(
    'file',
    words.describe('docs.warning.fileLeftOut', { path, reason }),
    { page },
  );
}

/** Leaves out what `exclude_docs` names. */
function withoutExcluded(
  files: SourceFile[],
  { docsDir, excludeDocs }: MkdocsConfig,
): SourceFile[] {
  if (!excludeDocs) {
    return files;
  }
  const excluded = createIgnore({ ignorecase: false }).add(excludeDocs);
  const prefix = docsDir === '.' ? '' : `${docsDir}/`;
  return files.filter(
    file => !excluded.ignores(file.path.slice(prefix.length)),
  );
}

function checkSize(pages: SitePage[], limits: EngineLimits) {
  if (pages.length > limits.maxPages) {
    throw words.error(
      InputError,
      words.describe('docs.failure.tooManyPages', {
        pages: String(pages.length),
        maxPages: String(limits.maxPages),
      }),
    );
  }
  const totalBytes = pages
    // Pages over their own limit are replaced by a message and never read.
    .filter(page => page.sizeBytes <= limits.maxPageBytes)
    .reduce((sum, page) => sum + page.sizeBytes, 0);
  if (totalBytes > limits.maxSiteBytes) {
    throw words.error(
      InputError,
      words.describe('docs.failure.pagesTooLarge', {
        size: describeSize(totalBytes),
        maxSize: describeSize(limits.maxSiteBytes),
      }),
    );
  }
}

/** A folder that the settings name on purpose is missed; the usual one may be left out. */
function missingFolder(
  { docsDir, fileName }: MkdocsConfig,
  readme: SourceFile,
): SiteWarning[] {
  return docsDir === DEFAULT_DOCS_DIR
    ? []
    : [
        toWarning(
          'configuration',
          words.describe('docs.warning.noFolder', {
            folder: docsDir,
            readme: readme.path,
          }),
          { page: fileName },
        ),
      ];
}

/** Finds the pages of a site: the docs folder, or the README alone. */
export function collectPages(
  folder: SourceFolder,
  config: MkdocsConfig,
  limits: EngineLimits,
): CollectedPages {
  const readme = findReadme(folder);
  if (!folder.isFolder(config.docsDir)) {
    if (!readme) {
      throw words.error(
        NotFoundError,
        words.describe('docs.failure.noPages', { folder: config.docsDir }),
      );
    }
    return {
      pages: [toReadmePage(readme)],
      assets: [],
      warnings: missingFolder(config, readme),
    };
  }

  const { files: present, skipped } = folder.listFiles(config.docsDir);
  const files = withoutExcluded(present, config);
  const result = toPages(config.docsDir, [...files].sort(byPrecedence));
  const { assets, warnings } = collectAssets(config.docsDir, files, limits);
  result.assets.push(...assets);
  result.warnings.push(...warnings);
  for (const path of skipped) {
    result.warnings.push(leftOut(path, path, words.describe('docs.file.link')));
  }
  if (readme && !result.pages.some(page => page.url === '')) {
    result.pages.unshift(toReadmePage(readme));
  }
  if (result.pages.length === 0) {
    throw words.error(
      NotFoundError,
      words.describe('docs.failure.noMarkdown', { folder: config.docsDir }),
    );
  }
  checkSize(result.pages, limits);
  return result;
}
