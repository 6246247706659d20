import type { KeptPage } from './KeptPage';
import type { PageLink } from '../markdown/RenderedPage';
import type { SitePage } from '../site/SitePage';
import type { SiteWarning } from '../markdown/SiteWarning';
import type { SourceFolder } from '../site/SourceFolder';

export interface CheckedPage {
  page: SitePage;
  rendered: KeptPage;
  /** Hash of the Markdown file; undefined when it was not read. */
  sourceHash: string | undefined;
}

function toWarning(page: SitePage, link: PageLink, text: string): SiteWarning {
  const kind = link.kind === 'image' ? 'missing-image' : 'broken-link';
  const warning: SiteWarning = { kind, message: text, page: page.sourcePath };
  return link.line === undefined ? warning : { ...warning, line: link.line };
}

interface CheckLinksOptions {
  folder: SourceFolder;
  /** Ids that a page has by other pages, such as those of tags. */
  generatedIds(page: SitePage): string[];
}

/** Collects the links of a site that lead nowhere. */
export function checkLinks(
  pages: CheckedPage[],
  { folder, generatedIds }: CheckLinksOptions,
): SiteWarning[] {
  const bySource = new Map(
    pages.map(checked => [checked.page.sourcePath, checked]),
  );
  const idsByPage = new Map<string, Set<string>>();
  const hasId = (sourcePath: string, id: string) => {
    let ids = idsByPage.get(sourcePath);
    if (!ids) {
      const target = bySource.get(sourcePath);
      ids = new Set([
        ...(target?.rendered.readIds() ?? []),
        ...(target ? generatedIds(target.page) : []),
      ]);
      idsByPage.set(sourcePath, ids);
    }
    return ids.has(id);
  };
  const exists = new Map<string, boolean>();
  const isInRepository = (path: string) => {
    let known = exists.get(path);
    if (known === undefined) {
      known = folder.fileSize(path) !== undefined || folder.isFolder(path);
      exists.set(path, known);
    }
    return known;
  };

  const warnings: SiteWarning[] = [];
  for (const { page, rendered } of pages) {
    for (const link of rendered.summary.doubtfulLinks) {
      if (link.isBroken) {
        const what = link.kind === 'image' ? 'image' : 'link target';
        const message = `The ${what} '${link.href}' does not exist`;
        warnings.push(toWarning(page, link, message));
      } else if (
        link.repositoryPath !== undefined &&
        !isInRepository(link.repositoryPath)
      ) {
        const message = `The link target '${link.href}' does not exist`;
        warnings.push(toWarning(page, link, message));
      } else if (
        link.anchor &&
        link.targetPage !== undefined &&
        !hasId(link.targetPage, link.anchor)
      ) {
        const message = `The page '${link.targetPage}' has no heading '#${link.anchor}'`;
        const warning = toWarning(page, link, message);
        warnings.push({ ...warning, kind: 'broken-anchor' });
      }
    }
  }
  return warnings;
}
