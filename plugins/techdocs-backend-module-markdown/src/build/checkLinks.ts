import type { KeptPage } from './KeptPage';
import type { PageLink } from '../markdown/RenderedPage';
import type { SitePage } from '../site/SitePage';
import { words } from '../markdown/docsWords';
import type { SiteWarning, SiteWarningKind } from '../markdown/SiteWarning';
import { toWarning } from '../markdown/SiteWarning';
import type { SourceFolder } from '../site/SourceFolder';

export interface CheckedPage {
  page: SitePage;
  rendered: KeptPage;
  /** Hash of the Markdown file; undefined when it was not read. */
  sourceHash: string | undefined;
}

function kindOf(link: PageLink): SiteWarningKind {
  return link.kind === 'image' ? 'missing-image' : 'broken-link';
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
      const place = { page: page.sourcePath, line: link.line };
      if (link.isBroken) {
        const message =
          link.kind === 'image'
            ? words.describe('docs.warning.noImage', { image: link.href })
            : words.describe('docs.warning.noLinkTarget', {
                target: link.href,
              });
        warnings.push(toWarning(kindOf(link), message, place));
      } else if (
        link.repositoryPath !== undefined &&
        !isInRepository(link.repositoryPath)
      ) {
        const message = words.describe('docs.warning.noLinkTarget', {
          target: link.href,
        });
        warnings.push(toWarning(kindOf(link), message, place));
      } else if (
        link.anchor &&
        link.targetPage !== undefined &&
        !hasId(link.targetPage, link.anchor)
      ) {
        const message = words.describe('docs.warning.noHeading', {
          page: link.targetPage,
          heading: link.anchor,
        });
        warnings.push(toWarning('broken-anchor', message, place));
      }
    }
  }
  return warnings;
}
